package org.shouwen.onetimenotice.web;

import java.time.YearMonth;
import org.shouwen.estate.Estate;
import org.shouwen.onetimenotice.NoticeLists;
import org.shouwen.page.Months;
import org.shouwen.page.StaffPage;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.wording.Moments;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 督办 › 一次性告知: how the one-time rule was kept in a month. */
@Allowed({Role.LEAD, Role.SUPERVISOR, Role.MANAGER, Role.ADMINISTRATOR})
@StaffPage
class OneTimeNoticesController {

    private final NoticeLists lists;
    private final Estate estate;
    private final Moments moments;

    OneTimeNoticesController(NoticeLists lists, Estate estate, Moments moments) {
        this.lists = lists;
        this.estate = estate;
        this.moments = moments;
    }

    @GetMapping("/desk/one-time-notices")
    String page(@RequestParam(required = false) String month, Caller reader, Model model) {
        Months months = Months.of(month, moments.month(reader.at()));
        YearMonth shown = months.shown();
        model.addAttribute("months", months);
        model.addAttribute("results", lists.figures("", shown, reader));
        model.addAttribute("estate", estate);
        model.addAttribute("breaches", lists.breaches("", shown, reader));
        return "onetimenotice/month";
    }
}
