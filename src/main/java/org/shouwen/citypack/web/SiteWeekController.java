package org.shouwen.citypack.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouwen.calendar.Calendars;
import org.shouwen.calendar.Due;
import org.shouwen.calendar.WorkUnit;
import org.shouwen.calendar.WorkingCalendar;
import org.shouwen.citypack.SiteWeeks;
import org.shouwen.estate.Estate;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 管理 › 上班时间: when people of a site work, by which its dates are counted. */
@Allowed({Role.MANAGER, Role.ADMINISTRATOR})
@StaffPage
class SiteWeekController {

    private static final String OF_A_SITE = "/desk/admin/sites/{site}/working-hours";

    private final SiteWeeks weeks;
    private final Calendars calendars;
    private final Estate estate;

    SiteWeekController(SiteWeeks weeks, Calendars calendars, Estate estate) {
        this.weeks = weeks;
        this.calendars = calendars;
        this.estate = estate;
    }

    /** Also where a preview stood before. */
    @GetMapping({"/desk/admin/working-hours", OF_A_SITE, OF_A_SITE + "/preview"})
    String page(@PathVariable Optional<String> site, Caller caller, Model model) {
        String shown = site.or(() -> caller.readable(estate.sites()).stream().findFirst())
                .orElseThrow(() -> Refusal.notPossibleNow("no-site", "还没有服务点，请先导入房屋"));
        WorkingCalendar calendar = calendars.of(shown);
        return show(shown, SiteWeekForm.of(calendar.week()), calendar, false, caller, model);
    }

    /** What would come of it; nothing is kept. */
    @PostMapping(OF_A_SITE + "/preview")
    String preview(@PathVariable String site, SiteWeekForm form, Caller caller, Model model) {
        return show(site, form, calendars.of(site).with(form.week()), true, caller, model);
    }

    @PostMapping(OF_A_SITE)
    String change(@PathVariable String site, SiteWeekForm form, Caller caller, RedirectAttributes flash) {
        boolean changed = weeks.change(site, form.week(), form.why(), caller.code(), caller.at());
        flash.addFlashAttribute("done", changed ? "已保存。正在计时的工单按新的上班时间重算到期时间。" : "上班时间没有变化。");
        return "redirect:" + OF_A_SITE;
    }

    /** @param draft whether it is only looked at, not kept */
    private String show(
            String site, SiteWeekForm form, WorkingCalendar calendar, boolean draft, Caller reader, Model model) {
        List<Due> examples = Stream.of(
                        calendar.due(reader.at(), 2, WorkUnit.WORKHOUR),
                        calendar.due(reader.at(), 1, WorkUnit.WORKDAY),
                        calendar.due(reader.at(), 3, WorkUnit.WORKDAY))
                .toList();
        model.addAttribute("estate", estate);
        model.addAttribute("sites", reader.readable(estate.sites()));
        model.addAttribute("site", site);
        model.addAttribute("form", form);
        model.addAttribute("days", form.days());
        model.addAttribute("draft", draft);
        model.addAttribute("own", weeks.isOwn(site));
        model.addAttribute("common", weeks.common());
        model.addAttribute("week", calendar.week());
        model.addAttribute("examples", examples);
        model.addAttribute("changes", weeks.changes(site));
        return "citypack/working-hours";
    }
}
