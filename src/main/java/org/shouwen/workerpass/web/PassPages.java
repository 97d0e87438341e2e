package org.shouwen.workerpass.web;

import java.util.List;
import java.util.stream.Stream;
import org.shouwen.citypack.SitePolicies;
import org.shouwen.citypack.WorkHours;
import org.shouwen.deed.DeedDesk;
import org.shouwen.deed.Form;
import org.shouwen.page.StaffPage;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.Renovations;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Disclosure;
import org.shouwen.ticket.Privacy;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.workerpass.WorkerPass;
import org.shouwen.workerpass.WorkerPasses;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of the workers' passes of a renovation. */
@Allowed
@StaffPage
class PassPages {

    static final String PAGE = "/desk/tickets/{number}/passes";

    private final WorkerPasses passes;
    private final Books books;
    private final DeedDesk deeds;

    /** Where the other facts are. */
    @Component
    record Books(Renovations renovations, Tickets tickets, SitePolicies policies, WorkHours hours, Privacy privacy) {}

    PassPages(WorkerPasses passes, Books books, DeedDesk deeds) {
        this.passes = passes;
        this.books = books;
        this.deeds = deeds;
    }

    /**
     * @param name as the reader may see it, like the phone
     * @param suspension the one that holds now, or null
     * @param deeds what the reader can do with it
     */
    record Row(WorkerPass pass, String name, String phone, WorkerPass.Suspension suspension, List<Form> deeds) {}

    @GetMapping(PAGE)
    String page(@PathVariable String number, Caller reader, Model model) {
        Ticket ticket = books.tickets().get(number);
        Renovation renovation = books.renovations().get(number);
        model.addAttribute("ticket", ticket);
        model.addAttribute("certificate", renovation.certificate().orElse(null));
        model.addAttribute(
                "hours",
                renovation
                        .certificate()
                        .map(held -> books.hours().wordingOf(renovation.site(), held.from(), held.until()))
                        .orElseGet(() -> books.hours().wordingOf(renovation.site())));
        Disclosure disclosure = books.privacy().of(ticket, reader);
        model.addAttribute("meaning", books.policies().of(renovation.site()).passes());
        model.addAttribute(
                "rows",
                passes.ofTicket(number).stream()
                        .map(pass -> row(pass, ticket, disclosure, reader))
                        .toList());
        model.addAttribute("events", passes.history(number));
        model.addAttribute("forms", deeds.forms(ticket, reader, PAGE, ""));
        return "workerpass/passes";
    }

    private Row row(WorkerPass pass, Ticket ticket, Disclosure disclosure, Caller reader) {
        WorkerPass.Suspension suspension = pass.suspendedAt(reader.at()).orElse(null);
        return new Row(
                pass,
                disclosure.name(pass.worker().name()),
                disclosure.phone(pass.worker().phone()),
                suspension,
                pass.isReturned()
                        ? List.of()
                        : Stream.of(
                                        suspension != null ? WorkerPassDeeds.RESUMPTION : WorkerPassDeeds.SUSPENSION,
                                        WorkerPassDeeds.REPLACEMENT,
                                        WorkerPassDeeds.RETURN)
                                .flatMap(deed -> deeds.form(deed, pass.number(), ticket, reader).stream())
                                .toList());
    }
}
