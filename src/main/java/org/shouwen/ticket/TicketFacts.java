package org.shouwen.ticket;

import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** What people read about a ticket beyond the common facts: what was told at intake, and what its kind knows. */
@Component
public class TicketFacts {

    private final TicketDesk desk;
    private final Tickets tickets;
    private final Roster roster;
    private final Privacy privacy;
    private final Moments moments;

    TicketFacts(TicketDesk desk, Tickets tickets, Roster roster, Privacy privacy, Moments moments) {
        this.desk = desk;
        this.tickets = tickets;
        this.roster = roster;
        this.privacy = privacy;
        this.moments = moments;
    }

    /** @return in the order of the kind's questions, as the reader may see them (D13), then what the kind adds */
    public List<TicketKind.Fact> of(Ticket ticket, Caller reader) {
        return of(ticket, privacy.of(ticket, reader), Set.of());
    }

    /**
     * @param disclosure as the reader may see them
     * @return the same without what the kind's own part of the page shows
     */
    public List<TicketKind.Fact> besideItsPart(Ticket ticket, Disclosure disclosure) {
        return of(ticket, disclosure, desk.kind(ticket.kind()).shownInPart());
    }

    private List<TicketKind.Fact> of(Ticket ticket, Disclosure disclosure, Set<String> shown) {
        TicketKind kind = desk.kind(ticket.kind());
        Details details = kind.questions().isEmpty() ? Details.NONE : tickets.details(ticket.number());
        Stream<TicketKind.Fact> told = kind.questions().stream()
                .filter(question -> !shown.contains(question.name()))
                .flatMap(question ->
                        shown(question, details).stream().map(text -> new TicketKind.Fact(question.label(), text)));
        return Stream.concat(told, kind.facts(ticket).stream())
                .map(fact -> new TicketKind.Fact(fact.label(), disclosure.within(fact.value())))
                .toList();
    }

    /** @return empty: nothing was told, or no */
    private Optional<String> shown(Question question, Details details) {
        return Optional.ofNullable(details.told().get(question.name()))
                .filter(text -> question.type() != Question.Type.FLAG || text.equals("true"))
                .map(text -> switch (question.type()) {
                    case TEXT, LONG_TEXT, NUMBER -> text;
                    case FLAG -> "是";
                    case CHOICE ->
                        question.options().stream()
                                .filter(option -> option.value().equals(text))
                                .map(Question.Option::label)
                                .findFirst()
                                .orElse(text);
                    case MOMENT -> asSaid(text, () -> moment(question, details));
                    case DATE -> asSaid(text, () -> Moments.day(details.date(question.name(), question.label())));
                    case STAFF -> roster.nameOf(text);
                    case POST -> roster.post(text).map(Post::name).orElse(text);
                });
    }

    private String moment(Question question, Details details) {
        return moments.text(details.moment(question.name(), question.label(), moments.zone())
                .orElseThrow());
    }

    /** What was stored before the kind checked it as a moment or a day is shown as it was told. */
    private static String asSaid(String told, Supplier<String> words) {
        try {
            return words.get();
        } catch (Refusal | DateTimeException e) {
            return told;
        }
    }
}
