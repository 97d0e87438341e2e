package org.shouwen.desk.web;

import org.shouwen.incident.IncidentDesk;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Written;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.TicketRights;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** On a ticket's page: it is the same matter as another one, or not after all. */
@Allowed
@StaffPage
@RequestMapping("/desk/tickets/{number}/incident")
class TicketIncidentsController {

    private static final String BACK = "redirect:/desk/tickets/{number}";

    private final IncidentDesk incidents;
    private final Tickets tickets;
    private final Moments moments;

    TicketIncidentsController(IncidentDesk incidents, Tickets tickets, Moments moments) {
        this.incidents = incidents;
        this.tickets = tickets;
        this.moments = moments;
    }

    @PostMapping
    String join(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String incident,
            Caller caller,
            RedirectAttributes flash) {
        mustChange(number, caller, "并入事件");
        incidents.join(number, Written.text(incident, "incident", "事件的工单号", 20), caller.code(), moments.now());
        flash.addFlashAttribute("done", "已并入事件，不再单独派人；系统会告诉经办人和业主。");
        return BACK;
    }

    @PostMapping("/departure")
    String leave(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            Caller caller,
            RedirectAttributes flash) {
        mustChange(number, caller, "单独办理");
        incidents.leave(number, Written.text(reason, "reason", "原因", 500), caller.code(), moments.now());
        flash.addFlashAttribute("done", "已单独办理，时限从现在算起。");
        return BACK;
    }

    private void mustChange(String number, Caller caller, String verb) {
        Caller reader = caller;
        TicketRights.mustChange(tickets.get(number), reader, verb);
    }
}
