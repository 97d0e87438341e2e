package org.shouwen.ticket;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shouwen.problem.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where matters of every kind come in; what a kind does in its own way it does itself ({@link TicketKind}). */
@Component
public class TicketDesk {

    private final Map<String, TicketKind> kinds = new LinkedHashMap<>();
    private final Tickets tickets;
    private final Receipts receipts;

    /** @param kinds in the order people see them, which the beans give */
    TicketDesk(List<TicketKind> kinds, Tickets tickets, Receipts receipts) {
        kinds.forEach(kind -> this.kinds.put(kind.code(), kind));
        this.tickets = tickets;
        this.receipts = receipts;
    }

    /** Opens a ticket in one transaction. */
    @Transactional
    public Ticket open(Intake intake, String by, Instant at) {
        TicketKind kind = kind(intake.kind());
        intake.details().only(kind.questions().stream().map(Question::name).collect(Collectors.toSet()));
        return kind.open(intake, by, at);
    }

    /**
     * Opens a ticket once, however often it is asked to.
     *
     * @param key the caller's idempotency key
     * @param request fingerprint of the request; the same key with another request is refused
     * @param answer makes the answer of the first opening; what it made then is returned to every repetition
     */
    @Transactional
    public String openOnce(
            String key, String request, Intake intake, String by, Instant at, Function<Ticket, String> answer) {
        return receipts.find(by, key).map(receipt -> receipt.answerTo(request)).orElseGet(() -> {
            Ticket ticket = open(intake, by, at);
            String first = answer.apply(ticket);
            receipts.keep(by, key, new Receipts.Receipt(request, first), at);
            return first;
        });
    }

    @Transactional
    public void withdraw(String number, String reason, String by, Instant at) {
        offering(number, TicketKind.Action.WITHDRAW).withdraw(number, reason, by, at);
    }

    @Transactional
    public void urge(String number, String by, Instant at) {
        offering(number, TicketKind.Action.URGE).urge(number, by, at);
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
    }

    /** @throws Refusal where the ticket's kind does not offer that */
    public void mustOffer(Ticket ticket, TicketKind.Action action) {
        TicketKind kind = kind(ticket.kind());
        if (!kind.actions().contains(action)) {
            throw Refusal.notPossibleNow(
                    "action-not-offered", "工单 %s 是%s，不能%s".formatted(ticket.number(), kind.label(), action.label()));
        }
    }

    private TicketKind offering(String number, TicketKind.Action action) {
        Ticket ticket = tickets.get(number);
        mustOffer(ticket, action);
        return kind(ticket.kind());
    }

    /** @return every kind, in the order people see them */
    public List<TicketKind> kinds() {
        return List.copyOf(kinds.values());
    }

    /** @throws Refusal where there is no such kind */
    public TicketKind kind(String code) {
        TicketKind kind = kinds.get(code);
        if (kind == null) {
            throw Refusal.invalid(
                    "kind-unknown", "kind", "没有“" + code + "”这种工单（kind），可用：" + String.join("、", kinds.keySet()));
        }
        return kind;
    }
}
