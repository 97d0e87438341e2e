package org.shouwen.firstresponsibility.web;

import java.time.YearMonth;
import org.shouwen.firstresponsibility.Transfers;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Written;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.wording.Moments;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 值班 › 转手清单. */
@Allowed({Role.LEAD, Role.SUPERVISOR, Role.MANAGER, Role.ADMINISTRATOR})
@StaffPage
class TransferPages {

    private final Transfers transfers;
    private final Moments moments;

    TransferPages(Transfers transfers, Moments moments) {
        this.transfers = transfers;
        this.moments = moments;
    }

    @GetMapping("/desk/roster/transfers")
    String page(@RequestParam(required = false) String month, Caller caller, Model model) {
        YearMonth shown = Written.month(month, moments.month(caller.at()));
        model.addAttribute("month", shown);
        model.addAttribute("rows", transfers.withoutAction(shown, caller));
        return "firstresponsibility/transfers";
    }
}
