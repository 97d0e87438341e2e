package org.shouwen.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shouwen.access.Refresh;
import org.shouwen.page.Names;
import org.shouwen.page.Plain;
import org.shouwen.page.StaffPage;
import org.shouwen.page.TicketRow;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Sight;
import org.shouwen.ticket.TicketNumber;
import org.shouwen.ticket.TicketQuery;
import org.shouwen.ticket.TicketSearch;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** My desk: the lists of tickets. */
@Allowed
@StaffPage
class DeskController {

    private final Tickets tickets;
    private final TicketSearch search;
    private final ListChoices choices;
    private final Sight sight;
    private final Moments moments;

    DeskController(Tickets tickets, TicketSearch search, ListChoices choices, Sight sight, Moments moments) {
        this.tickets = tickets;
        this.search = search;
        this.choices = choices;
        this.sight = sight;
        this.moments = moments;
    }

    /** @param count as people read it; null: it is not counted */
    record Sheet(Tab tab, String address, String count) {}

    /**
     * @param next the number to hand in as {@code after} for older tickets, or null
     * @param since from which day on words were looked for, or the list was sorted, where its reader named none; or null
     * @param wrong the field that is wrong, so that nothing is listed
     */
    record Listing(
            Asked asked,
            Tab tab,
            List<Sheet> sheets,
            List<TicketRow> rows,
            String next,
            String since,
            String wrong,
            String sentence) {}

    /** @param refresh where the page looks whether its list is another one by now */
    @GetMapping("/desk")
    String list(
            @RequestParam Map<String, String> parameters,
            @RequestHeader(name = Refresh.HEADER, required = false) String refresh,
            Caller caller,
            @ModelAttribute("names") Names names,
            Model model) {
        Asked asked = Asked.of(parameters);
        if (asked.q() != null) {
            var exact = TicketNumber.find(asked.q())
                    .flatMap(tickets::find)
                    .filter(ticket -> sight.sees(ticket.number(), caller));
            if (exact.isPresent()) {
                return "redirect:/desk/tickets/" + exact.get().number();
            }
        }
        model.addAttribute("listing", listing(asked, caller, names));
        if (refresh != null) {
            return "desk/desk :: #listing";
        }
        model.addAttribute("offered", choices.offered(caller));
        return "desk/desk";
    }

    private Listing listing(Asked asked, Caller caller, Names names) {
        try {
            List<TicketQuery> counted = counted(asked, search, caller);
            Tickets.Page page = tickets.page(asked.query(search, caller), counted, moments.now());
            return new Listing(
                    asked,
                    asked.tab(),
                    sheets(asked, page.counts()),
                    page.items().stream()
                            .map(ticket -> TicketRow.of(ticket, names, moments))
                            .toList(),
                    page.next(),
                    page.since() == null ? null : Moments.day(moments.date(page.since())),
                    null,
                    null);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            return new Listing(
                    asked,
                    asked.tab(),
                    sheets(asked, List.of()),
                    List.of(),
                    null,
                    null,
                    refusal.field().orElse("q"),
                    Plain.sentence(refusal));
        }
    }

    /** @return the lists of which it is told how many wait; none where something is searched for: all of it would be read */
    static List<TicketQuery> counted(Asked asked, TicketSearch search, Caller caller) {
        return asked.q() != null
                ? List.of()
                : Tab.COUNTED.stream()
                        .map(tab -> asked.query(search, tab, caller))
                        .toList();
    }

    private static List<Sheet> sheets(Asked asked, List<Integer> counts) {
        List<Sheet> sheets = new ArrayList<>();
        for (Tab tab : Tab.values()) {
            int at = Tab.COUNTED.indexOf(tab);
            String count = at < 0 || at >= counts.size()
                    ? null
                    : counts.get(at) < Tickets.COUNTED ? String.valueOf(counts.get(at)) : Tickets.COUNTED - 1 + "+";
            sheets.add(new Sheet(tab, asked.onTab(tab), count));
        }
        return sheets;
    }
}
