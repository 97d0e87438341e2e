package org.shouwen.workerpass.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouwen.citypack.PassMeaning;
import org.shouwen.citypack.SitePolicies;
import org.shouwen.citypack.WorkHours;
import org.shouwen.deed.DeedDesk;
import org.shouwen.deed.Form;
import org.shouwen.estate.Phone;
import org.shouwen.page.Names;
import org.shouwen.page.StaffPage;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.Renovations;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
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
    private final Moments moments;

    /** Where the other facts are. */
    @Component
    record Books(Renovations renovations, Tickets tickets, SitePolicies policies, WorkHours hours, Roster roster) {}

    PassPages(WorkerPasses passes, Books books, DeedDesk deeds, Moments moments) {
        this.passes = passes;
        this.books = books;
        this.deeds = deeds;
        this.moments = moments;
    }

    /**
     * @param state what people read: 在场内
     * @param style of the state
     * @param deeds what the reader can do with it
     */
    record Row(
            String number,
            int issue,
            String name,
            String trade,
            String phone,
            String state,
            String style,
            String note,
            boolean returned,
            List<Form> deeds) {}

    record Event(String at, String pass, String what, String text, String by) {}

    /** @param certificate its number and dates, or "": none yet */
    record Page(
            String number,
            String place,
            String certificate,
            String hours,
            PassMeaning meaning,
            List<Row> rows,
            List<Event> events) {}

    @GetMapping(PAGE)
    String page(@PathVariable String number, Caller reader, Model model) {
        Ticket ticket = books.tickets().get(number);
        model.addAttribute("page", of(ticket, reader));
        model.addAttribute("forms", deeds.forms(ticket, reader, PAGE, ""));
        return "workerpass/passes";
    }

    private Page of(Ticket ticket, Caller reader) {
        Renovation renovation = books.renovations().get(ticket.number());
        Names names = new Names(books.roster());
        return new Page(
                ticket.number(),
                ticket.facts().location(),
                renovation
                        .certificate()
                        .map(held -> held.number() + "（" + held.from() + " 至 " + held.until() + "）")
                        .orElse(""),
                renovation
                        .certificate()
                        .map(held -> books.hours().wordingOf(renovation.site(), held.from(), held.until()))
                        .orElseGet(() -> books.hours().wordingOf(renovation.site())),
                books.policies().of(renovation.site()).passes(),
                passes.ofTicket(ticket.number()).stream()
                        .map(pass -> row(pass, ticket, reader))
                        .toList(),
                passes.history(ticket.number()).stream()
                        .map(event -> new Event(
                                moments.text(event.at()),
                                event.pass() + "/" + event.issue(),
                                event.kind().label(),
                                event.text(),
                                names.of(event.by())))
                        .toList());
    }

    private Row row(WorkerPass pass, Ticket ticket, Caller reader) {
        Optional<WorkerPass.Suspension> suspension = pass.suspendedAt(reader.at());
        String state = pass.isReturned()
                ? "已交回"
                : suspension.isPresent() ? "暂停" : pass.insideSince().isPresent() ? "在场内" : "在用";
        String note = suspension
                .map(held -> held.reason()
                        + held.until().map(end -> "，到 " + moments.text(end)).orElse(""))
                .or(() -> pass.insideSince().map(since -> moments.text(since) + " 进场"))
                .or(() -> pass.returnedAt().map(moments::text))
                .orElse("");
        return new Row(
                pass.number(),
                pass.issue(),
                pass.worker().name(),
                pass.worker().trade(),
                Phone.masked(pass.worker().phone()),
                state,
                pass.isReturned() ? "" : suspension.isPresent() ? "late" : "kept",
                note,
                pass.isReturned(),
                pass.isReturned()
                        ? List.of()
                        : Stream.of(
                                        suspension.isPresent()
                                                ? WorkerPassDeeds.RESUMPTION
                                                : WorkerPassDeeds.SUSPENSION,
                                        WorkerPassDeeds.REPLACEMENT,
                                        WorkerPassDeeds.RETURN)
                                .flatMap(deed -> deeds.form(deed, pass.number(), ticket, reader).stream())
                                .toList());
    }
}
