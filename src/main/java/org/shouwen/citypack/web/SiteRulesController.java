package org.shouwen.citypack.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shouwen.citypack.City;
import org.shouwen.citypack.EstateLevel;
import org.shouwen.citypack.Gravity;
import org.shouwen.citypack.MaterialRefusals;
import org.shouwen.citypack.ReportDuties;
import org.shouwen.citypack.ReportDuty;
import org.shouwen.citypack.SitePolicies;
import org.shouwen.citypack.SitePolicy;
import org.shouwen.citypack.SiteRulesDesk;
import org.shouwen.citypack.WorkHours;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 城市规则: which city's rules and which of its own a site goes by, and what comes of them. */
@Allowed({Role.MANAGER, Role.ADMINISTRATOR})
@StaffPage
@RequestMapping("/desk/admin/sites")
class SiteRulesController {

    private final SitePolicies policies;
    private final SiteRulesDesk desk;
    private final WorkHours hours;
    private final ReportDuties reports;
    private final MaterialRefusals materials;
    private final Estate estate;

    SiteRulesController(
            SitePolicies policies,
            SiteRulesDesk desk,
            WorkHours hours,
            ReportDuties reports,
            MaterialRefusals materials,
            Estate estate) {
        this.policies = policies;
        this.desk = desk;
        this.hours = hours;
        this.reports = reports;
        this.materials = materials;
        this.estate = estate;
    }

    /** Also where a preview stood before. */
    @GetMapping({"", "/{site}", "/{site}/preview"})
    String page(@PathVariable Optional<String> site, Caller caller, Model model) {
        SitePolicy policy = policies.of(site.orElseGet(() -> first(caller)));
        boolean chosen = policies.chosenCity(policy.site()).isPresent();
        model.addAttribute("unchosen", !chosen);
        return show(SiteRulesForm.of(policy, chosen), policy, false, caller, model);
    }

    /** What would come of it; nothing is kept. */
    @PostMapping("/{site}/preview")
    String preview(@PathVariable String site, SiteRulesForm form, Caller caller, Model model) {
        return show(form, form.policy(site, policies.of(site).quietPeriods()), true, caller, model);
    }

    @PostMapping("/{site}")
    String choose(@PathVariable String site, SiteRulesForm form, Caller caller, RedirectAttributes flash) {
        List<String> concerned =
                desk.choose(form.policy(site, policies.of(site).quietPeriods()), caller.code(), caller.at());
        flash.addFlashAttribute("done", "已保存。门岗、登记证和报告时限从现在起按新规则。" + told(concerned));
        return "redirect:/desk/admin/sites/" + site;
    }

    @PostMapping("/{site}/quiet-periods")
    String add(@PathVariable String site, SiteRulesForm.Quiet period, Caller caller, RedirectAttributes flash) {
        List<String> concerned = desk.add(period.of(site), caller.code(), caller.at());
        flash.addFlashAttribute("done", "已登记特别安静期。" + told(concerned));
        return "redirect:/desk/admin/sites/" + site;
    }

    @PostMapping("/{site}/quiet-periods/{id}/removal")
    String remove(@PathVariable String site, @PathVariable long id, Caller caller, RedirectAttributes flash) {
        List<String> concerned = desk.removeQuietPeriod(site, id, caller.code(), caller.at());
        flash.addFlashAttribute("done", "已删除特别安静期。" + told(concerned));
        return "redirect:/desk/admin/sites/" + site;
    }

    private static String told(List<String> concerned) {
        return concerned.isEmpty()
                ? ""
                : "%d 张登记证上的施工时间因此变了：%s。业主会收到通知，请他们换新证；没有邮箱的，首问责任人会收到请电话转告的提醒。"
                        .formatted(concerned.size(), String.join("、", concerned));
    }

    /** @param draft whether it is only looked at, not kept */
    private String show(SiteRulesForm form, SitePolicy policy, boolean draft, Caller reader, Model model) {
        model.addAttribute("estate", estate);
        model.addAttribute("sites", reader.readable(estate.sites()));
        model.addAttribute("site", policy.site());
        model.addAttribute("form", form);
        model.addAttribute("draft", draft);
        model.addAttribute("concerned", draft ? desk.concerned(policy) : List.of());
        model.addAttribute("cities", City.values());
        model.addAttribute("levels", EstateLevel.values());
        model.addAttribute("hours", hours.rulesOf(policy));
        Map<Gravity, Optional<ReportDuty>> duties = new EnumMap<>(Gravity.class);
        for (Gravity gravity : Gravity.values()) {
            duties.put(gravity, reports.in(policy.city(), gravity));
        }
        model.addAttribute("reports", duties);
        model.addAttribute("material", materials.of(policy));
        model.addAttribute("quiet", policy.quietPeriods());
        return "citypack/site-rules";
    }

    private String first(Caller reader) {
        return reader.readable(estate.sites()).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notPossibleNow("no-site", "还没有服务点，请先导入房屋"));
    }
}
