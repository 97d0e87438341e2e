package org.shouwen.desk.web;

import java.util.List;
import java.util.stream.Collectors;
import org.shouwen.access.Refresh;
import org.shouwen.page.Names;
import org.shouwen.page.StaffPage;
import org.shouwen.page.TicketPart;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A ticket, and what can be done with it. */
@Allowed
@StaffPage
@RequestMapping("/desk/tickets/{number}")
class TicketController {

    private final TicketPages pages;
    private final RegisterChoices choices;
    private final Tickets tickets;
    private final List<TicketPart> parts;

    TicketController(TicketPages pages, RegisterChoices choices, Tickets tickets, List<TicketPart> parts) {
        this.pages = pages;
        this.choices = choices;
        this.tickets = tickets;
        this.parts = parts;
    }

    /**
     * @param form the deed whose form the reader wants open; some have much to look up, so they are not there before
     * @param step id of the task whose form he wants open, where several wait for him
     * @param refresh where the page looks whether something happened meanwhile
     */
    @GetMapping
    String page(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "") String step,
            @RequestHeader(name = Refresh.HEADER, required = false) String refresh,
            Caller caller,
            @ModelAttribute("names") Names names,
            Model model) {
        Ticket ticket = tickets.get(number);
        if (refresh != null) {
            pages.course(ticket, caller, model);
            return "desk/ticket :: #course";
        }
        pages.fill(ticket, caller, form, step, names, model);
        model.addAttribute(
                "parts",
                parts.stream()
                        .flatMap(part -> part.of(ticket, caller, form).stream())
                        .collect(Collectors.groupingBy(shown -> shown.place().name())));
        if (form.equals("conversion")) {
            model.addAttribute("conversion", choices.conversion(number));
        }
        return "desk/ticket";
    }
}
