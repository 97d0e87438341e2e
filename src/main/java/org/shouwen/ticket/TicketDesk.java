package org.shouwen.ticket;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final TicketLinks links;

    /** @param kinds in the order people see them, which the beans give */
    TicketDesk(List<TicketKind> kinds, Tickets tickets, Receipts receipts, TicketLinks links) {
        kinds.forEach(kind -> this.kinds.put(kind.code(), kind));
        this.tickets = tickets;
        this.receipts = receipts;
        this.links = links;
    }

    /** Opens a ticket in one transaction. */
    @Transactional
    public Ticket open(Intake intake, String by, Instant at) {
        TicketKind kind = kind(intake.kind());
        return kind.open(checked(kind, intake), by, at);
    }

    private static Intake checked(TicketKind kind, Intake intake) {
        intake.details().only(kind.questions().stream().map(Question::name).collect(Collectors.toSet()));
        String about = kind.recused(intake.details()).orElse(intake.recused());
        if (intake.recused() != null && !intake.recused().equals(about)) {
            throw Refusal.notPossibleNow("recused-other", "原工单已有另一位须回避的人，请另行登记");
        }
        return intake.without(about);
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

    /**
     * The matter turns out to be one of another kind (转为): a ticket of that kind is opened with the same reporter, place and
     * words, under the same first responder, and the old one ends unless it is to go on. Both tell it in their timelines; a
     * person who is kept out of the new one does not read its number on the old one.
     *
     * @return the new ticket
     */
    @Transactional
    public Ticket convert(String number, Conversion conversion, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        TicketKind kind = kind(conversion.kind());
        mustBeNew(ticket, kind, by);
        Intake told = checked(kind, conversion.of(ticket));
        // Whoever was asked first cannot own a matter that he is kept out of
        String responder = ticket.firstResponder().equals(told.recused()) ? by : ticket.firstResponder();
        Ticket fresh = kind.open(told, responder, at);
        links.add(new TicketLinks.Link(number, fresh.number(), TicketLinks.Relation.CONVERTED, at, by));
        boolean openly = Objects.equals(told.recused(), ticket.facts().recused());
        String what = openly ? kind.label() + " " + fresh.number() : "另一类工单";
        String why = openly ? "：" + conversion.reason() : "";
        boolean ends = !conversion.keep() && !ticket.status().isFinal();
        tickets.note(number, new TimelineEntry(at, by, ends ? "converted" : "converted-beside", "转为" + what + why));
        tickets.note(
                fresh.number(),
                new TimelineEntry(
                        at,
                        by,
                        "converted-from",
                        "由%s %s 转来：%s".formatted(kind(ticket.kind()).label(), number, conversion.reason())));
        if (ends) {
            withdraw(number, "已转为" + what, by, at);
        }
        return fresh;
    }

    /** Pressed twice it opens nothing twice; what the person may not read is nothing that he is told. */
    private void mustBeNew(Ticket ticket, TicketKind kind, String by) {
        if (ticket.kind().equals(kind.code())) {
            throw Refusal.invalid("kind-same", "kind", "工单 " + ticket.number() + " 已经是" + kind.label());
        }
        links.of(ticket.number()).stream()
                .filter(link -> link.relation() == TicketLinks.Relation.CONVERTED)
                .filter(link -> link.ticket().equals(ticket.number()))
                .map(link -> tickets.get(link.other()))
                .filter(other -> other.kind().equals(kind.code())
                        && !other.status().isFinal()
                        && TicketRights.mayRead(other, by))
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.notPossibleNow(
                            "converted-already",
                            "工单 %s 已经转为%s %s，还在办理".formatted(ticket.number(), kind.label(), other.number()));
                });
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
