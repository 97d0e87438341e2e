package org.shouwen.desk.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouwen.deed.Deed;
import org.shouwen.deed.DeedDesk;
import org.shouwen.estate.Estate;
import org.shouwen.page.Drawings;
import org.shouwen.page.Names;
import org.shouwen.page.Promise;
import org.shouwen.page.TicketRow;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Disclosure;
import org.shouwen.ticket.Privacy;
import org.shouwen.ticket.Sight;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.ticket.TicketFacts;
import org.shouwen.ticket.TicketKind;
import org.shouwen.ticket.TicketLinks;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEntry;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.TaskForms;
import org.shouwen.workflow.UserTasks;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What every ticket's page has, of whichever kind it is. */
@Component
record TicketPages(Tickets tickets, TicketDesk desk, Around around, DeedDesk deeds, Moments moments) {

    /** What is known of a ticket beside it. */
    @Component
    record Around(
            TicketFacts facts,
            TicketLinks links,
            Sight sight,
            Privacy privacy,
            UserTasks tasks,
            TaskForms forms,
            Estate estate) {}

    /**
     * Another ticket that this one hangs together with.
     *
     * @param relation what it is to this one, before its number
     * @param disclosure what of its people the reader reads there
     */
    record Linked(String relation, Ticket ticket, String kind, List<TimelineEntry> timeline, Disclosure disclosure) {}

    /**
     * Fills in what the reader may see and do. What a caller asks for most can be done without opening anything first.
     *
     * @param asked the deed whose form the reader wants open, or ""
     * @param step id of the task whose form he wants open, or ""
     */
    void fill(Ticket ticket, Caller reader, String asked, String step, Names names, Model model) {
        String number = ticket.number();
        List<UserTasks.OpenTask> steps = around.tasks().of(number);
        model.addAttribute("ticket", ticket);
        model.addAttribute("row", TicketRow.of(ticket, names, moments));
        TicketKind kind = desk.kind(ticket.kind());
        model.addAttribute("kind", kind.label());
        model.addAttribute("open", !ticket.status().isFinal());
        model.addAttribute("waitsFor", steps.isEmpty() ? desk.waitsFor(ticket) : "");
        turn(number, around.tasks().mine(steps), step, model);
        model.addAttribute("site", around.estate().siteName(ticket.facts().site()));
        Disclosure disclosure = course(ticket, reader, model);
        model.addAttribute(
                "look", deeds.form("disclosure", ticket, reader, asked).orElse(null));
        model.addAttribute("facts", around.facts().besideItsPart(ticket, disclosure));
        model.addAttribute(
                "promises",
                ticket.deadlines().stream()
                        .map(deadline -> Promise.of(kind.label(deadline.clock()), deadline, moments))
                        .toList());
        model.addAttribute(
                "promisesTold",
                ticket.deadlines().stream()
                        .map(deadline -> kind.promise(deadline.clock()))
                        .toList());
        model.addAttribute("steps", steps);
        model.addAttribute("links", links(number, reader));
        model.addAttribute(
                "head",
                Stream.of("urge", "withdrawal")
                        .flatMap(path -> deeds.form(path, ticket, reader, asked).stream())
                        .toList());
        model.addAttribute("changes", deeds.forms(ticket, reader, Deed.TICKET, asked));
        model.addAttribute("note", deeds.form("notes", ticket, reader, asked).orElse(null));
    }

    /** What happened to it, and how much of its people the reader reads there. */
    Disclosure course(Ticket ticket, Caller reader, Model model) {
        Disclosure disclosure = around.privacy().of(ticket, reader);
        model.addAttribute("disclosure", disclosure);
        model.addAttribute("timeline", tickets.timeline(ticket.number()));
        return disclosure;
    }

    /** What it is the reader's turn to do: the form of one step, and the names of the others. */
    private void turn(String number, List<UserTasks.OpenTask> mine, String asked, Model model) {
        Optional<UserTasks.OpenTask> shown = mine.stream()
                .filter(task -> task.id().equals(asked))
                .findFirst()
                .or(() -> mine.stream().findFirst());
        model.addAttribute("mine", mine);
        model.addAttribute(
                "turn",
                shown.flatMap(task -> around.forms().of(number, task.id())).orElse(null));
        model.addAttribute("drawn", Drawings.built());
    }

    private List<Linked> links(String number, Caller reader) {
        return around.links().of(number).stream()
                .flatMap(link -> tickets
                        .find(link.from(number))
                        .filter(other -> around.sight().sees(other.number(), reader))
                        .map(other -> new Linked(
                                link.labelOn(number),
                                other,
                                desk.kind(other.kind()).label(),
                                tickets.timeline(other.number()),
                                around.privacy().inList(other, reader)))
                        .stream())
                .toList();
    }
}
