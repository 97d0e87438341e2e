package org.shouwen.desk.web;

import java.util.List;
import org.shouwen.estate.Phone;
import org.shouwen.page.Names;
import org.shouwen.page.Plain;
import org.shouwen.page.StaffPage;
import org.shouwen.page.TicketRow;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Sight;
import org.shouwen.ticket.TicketNumber;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** My desk: the lists of tickets. */
@Allowed
@StaffPage
class DeskController {

    private static final int LONGEST_SEARCH = 60;

    private final Tickets tickets;
    private final Sight sight;
    private final Moments moments;

    DeskController(Tickets tickets, Sight sight, Moments moments) {
        this.tickets = tickets;
        this.sight = sight;
        this.moments = moments;
    }

    /**
     * @param next the number to hand in as {@code after} for older tickets, or null
     * @param later whether newer tickets are left out
     */
    record Listing(Tab tab, List<Tab> tabs, String q, List<TicketRow> rows, String next, boolean later) {}

    @GetMapping("/desk")
    String list(
            @RequestParam(required = false) String tab,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) String after,
            Caller caller,
            @ModelAttribute("names") Names names,
            Model model) {
        String typed = Plain.search(q, LONGEST_SEARCH);
        if (typed != null) {
            var exact = TicketNumber.find(typed)
                    .flatMap(tickets::find)
                    .filter(ticket -> sight.sees(ticket.number(), caller));
            if (exact.isPresent()) {
                return "redirect:/desk/tickets/" + exact.get().number();
            }
        }
        Tab shown = Tab.named(tab, typed != null);
        String from = Plain.search(after, LONGEST_SEARCH);
        String wanted = typed == null ? null : Phone.find(typed).orElse(typed);
        Tickets.Page page = tickets.page(shown.query(caller, wanted, from), moments.now());
        model.addAttribute(
                "listing",
                new Listing(
                        shown,
                        List.of(Tab.values()),
                        typed,
                        page.items().stream()
                                .map(ticket -> TicketRow.of(ticket, names, moments))
                                .toList(),
                        page.next(),
                        from != null));
        return "desk/desk";
    }
}
