package org.shouwen.ticket;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where matters of every kind come in; what a kind does in its own way it does itself ({@link TicketKind}). */
@Component
public class TicketDesk {

    private final Kinds kinds;
    private final Tickets tickets;
    private final Receipts receipts;
    private final Following following;

    TicketDesk(Kinds kinds, Tickets tickets, Receipts receipts, Following following) {
        this.kinds = kinds;
        this.tickets = tickets;
        this.receipts = receipts;
        this.following = following;
    }

    /** Opens a ticket in one transaction. */
    @Transactional
    public Ticket open(Intake intake, String by, Instant at) {
        return asked(intake).open(intake, by, at);
    }

    /**
     * Opens a ticket that another one settles.
     *
     * @param incident number of that one, or null: the ticket is a matter of its own
     * @see Following#open
     */
    @Transactional
    public Ticket open(Intake intake, String incident, String by, Instant at) {
        if (incident == null) {
            return open(intake, by, at);
        }
        asked(intake);
        return following.open(intake, incident, by, at);
    }

    private TicketKind asked(Intake intake) {
        TicketKind kind = kind(intake.kind());
        intake.details().only(kind.questions().stream().map(Question::name).collect(Collectors.toSet()));
        return kind;
    }

    /**
     * Opens a ticket once, however often it is asked to.
     *
     * @param key the caller's idempotency key
     * @param request fingerprint of the request; the same key with another request is refused
     * @param incident number of the ticket that settles the matter, or null
     * @param answer makes the answer of the first opening; what it made then is returned to every repetition
     */
    @Transactional
    public String openOnce(
            String key,
            String request,
            Intake intake,
            String incident,
            String by,
            Instant at,
            Function<Ticket, String> answer) {
        return receipts.find(by, key).map(receipt -> receipt.answerTo(request)).orElseGet(() -> {
            Ticket ticket = open(intake, incident, by, at);
            String first = answer.apply(ticket);
            receipts.keep(by, key, new Receipts.Receipt(request, first), at);
            return first;
        });
    }

    @Transactional
    public void withdraw(String number, String reason, String by, Instant at) {
        TicketKind kind = offering(number, TicketKind.Action.WITHDRAW);
        if (following.concerns(tickets.get(number))) {
            following.withdraw(number, reason, by, at);
        } else {
            kind.withdraw(number, reason, by, at);
        }
    }

    @Transactional
    public void urge(String number, String by, Instant at) {
        TicketKind kind = offering(number, TicketKind.Action.URGE);
        if (following.concerns(tickets.get(number))) {
            following.urge(number, by, at);
        } else {
            kind.urge(number, by, at);
        }
    }

    /** @see TicketKind#transfer */
    @Transactional
    public void transfer(String number, String post, String reason, String by, Instant at) {
        offering(number, TicketKind.Action.TRANSFER).transfer(number, post, reason, by, at);
    }

    /** @see TicketKind#reopen */
    @Transactional
    public void reopen(String number, String reason, String by, Instant at) {
        offering(number, TicketKind.Action.REOPEN).reopen(number, reason, by, at);
        following.reopened(number);
    }

    /** @see Kinds#mustOffer */
    public void mustOffer(Ticket ticket, TicketKind.Action action) {
        kinds.mustOffer(ticket, action);
    }

    private TicketKind offering(String number, TicketKind.Action action) {
        Ticket ticket = tickets.get(number);
        mustOffer(ticket, action);
        return kind(ticket.kind());
    }

    /** @see Kinds#all */
    public List<TicketKind> kinds() {
        return kinds.all();
    }

    /** @see Kinds#get */
    public TicketKind kind(String code) {
        return kinds.get(code);
    }
}
