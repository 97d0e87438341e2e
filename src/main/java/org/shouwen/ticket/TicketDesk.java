package org.shouwen.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.problem.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where matters of every kind come in; what a kind does in its own way it does itself ({@link TicketKind}). */
@Component
public class TicketDesk {

    private static final Duration BETWEEN_URGES = Duration.ofMinutes(10);

    private final Kinds kinds;
    private final Tickets tickets;
    private final Receipts receipts;
    private final TicketLinks links;
    private final Following following;

    TicketDesk(Kinds kinds, Tickets tickets, Receipts receipts, TicketLinks links, Following following) {
        this.kinds = kinds;
        this.tickets = tickets;
        this.receipts = receipts;
        this.links = links;
        this.following = following;
    }

    /** Opens a ticket in one transaction. */
    @Transactional
    public Ticket open(Intake intake, String by, Instant at) {
        return open(intake, null, by, at);
    }

    /**
     * The same for a matter that another ticket may settle.
     *
     * @param incident number of that one, or null: the matter is one of its own
     * @see Following#open
     */
    @Transactional
    public Ticket open(Intake intake, String incident, String by, Instant at) {
        TicketKind kind = kind(intake.kind());
        Intake told = checked(kind, intake);
        return incident == null ? kind.open(told, by, at) : following.open(told, incident, by, at);
    }

    /** @return whether it is taken before it is known who reports it and what exactly it is */
    public boolean isEmergency(Intake intake) {
        return kind(intake.kind()).isEmergency(intake);
    }

    /** Who reported it, on which number, and what exactly he said, as it becomes known later or turns out to be wrong. */
    @Transactional
    public void complete(String number, Reporter reporter, String description, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        ticket.complete(reporter, description, by, at);
        tickets.save(ticket);
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

    /** @return whether the resident can still take it back */
    public boolean isWithdrawable(Ticket ticket) {
        return ticket.isWithdrawable() && kind(ticket.kind()).isWithdrawable(ticket);
    }

    /** @return whether the resident can still ask where we are; whose matter another ticket has settled is being asked himself */
    public boolean isUrgeable(Ticket ticket) {
        return !ticket.status().isFinal() && (ticket.status() == Status.FOLLOWING || !following.concerns(ticket));
    }

    @Transactional
    public void withdraw(String number, String reason, String by, Instant at) {
        end(number, "业主撤回：" + reason, by, at);
    }

    private void end(String number, String words, String by, Instant at) {
        TicketKind kind = offering(number, TicketKind.Action.WITHDRAW);
        if (following.concerns(tickets.get(number))) {
            following.withdraw(number, words, by, at);
        } else {
            kind.withdraw(number, words, by, at);
        }
    }

    /**
     * The resident asks where we are, himself or by whoever notes it. Whoever works on it is told each time; more often than
     * this it is noise.
     */
    @Transactional
    public void urge(String number, String by, Instant at) {
        TicketKind kind = offering(number, TicketKind.Action.URGE);
        mustNotBeNoise(number, at, TicketEvent.URGED);
        if (following.concerns(tickets.get(number))) {
            following.urge(number, by, at);
        } else {
            kind.urge(number, by, at);
        }
    }

    /** Staff press for it of their own accord (内部催办): no resident is said to have asked. */
    @Transactional
    public void press(String number, String by, Instant at) {
        TicketKind kind = offering(number, TicketKind.Action.URGE);
        mustNotBeNoise(number, at, TicketEvent.URGED, TicketEvent.PRESSED);
        if (following.concerns(tickets.get(number))) {
            following.press(number, by, at);
        } else {
            kind.press(number, null, by, at);
        }
    }

    private void mustNotBeNoise(String number, Instant at, TicketEvent... urgings) {
        tickets.timeline(number).stream()
                .filter(line ->
                        Stream.of(urgings).anyMatch(line::is) && line.at().isAfter(at.minus(BETWEEN_URGES)))
                .findFirst()
                .ifPresent(line -> {
                    throw Refusal.notPossibleNow(
                            "urged-just-now",
                            "工单 %s 在 %d 分钟内已经催过，经办人已收到，请稍后再催".formatted(number, BETWEEN_URGES.toMinutes()));
                });
    }

    /** @see TicketKind#transfer */
    @Transactional
    public void transfer(String number, String post, String reason, String by, Instant at) {
        offering(number, TicketKind.Action.TRANSFER).transfer(number, post, reason, by, at);
    }

    /** @see TicketKind#giveBack */
    @Transactional
    public void giveBack(String number, String reason, String by, Instant at) {
        offering(number, TicketKind.Action.TRANSFER).giveBack(number, reason, by, at);
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
        if (ticket.status() == Status.WITHDRAWN) {
            throw Refusal.notPossibleNow("ticket-withdrawn", "工单 " + number + " 已撤回，不能转为其他工单");
        }
        Intake told = checked(kind, conversion.of(ticket));
        // Whoever was asked first cannot own a matter that he is kept out of
        String responder = ticket.firstResponder().equals(told.recused()) ? by : ticket.firstResponder();
        Ticket fresh = kind.open(told, responder, at);
        links.add(new TicketLinks.Link(number, fresh.number(), TicketLinks.Relation.CONVERTED, at, by));
        boolean openly = Objects.equals(told.recused(), ticket.facts().recused());
        String what = openly ? kind.label() + " " + fresh.number() : "另一类工单";
        String why = openly ? "：" + conversion.reason() : "";
        boolean ends = !conversion.keep() && isWithdrawable(ticket);
        TicketEvent turned = ends ? TicketEvent.CONVERTED : TicketEvent.CONVERTED_BESIDE;
        tickets.note(number, turned, "转为" + what + why, by, at, "ticket", fresh.number());
        tickets.note(
                fresh.number(),
                TicketEvent.CONVERTED_FROM,
                "由%s %s 转来：%s".formatted(kind(ticket.kind()).label(), number, conversion.reason()),
                by,
                at,
                "ticket",
                number);
        if (ends) {
            end(number, "不再另办：已转为" + what, by, at);
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

    /** @return what an open ticket waits for while nobody has a step to do, as staff read it; "": its flow moves on by itself */
    public String waitsFor(Ticket ticket) {
        return ticket.status() == Status.FOLLOWING
                ? "随事件 " + following.incidentOf(ticket.number()) + " 办理，由那张工单的经办人办理，没有自己的步骤"
                : kind(ticket.kind()).waitsFor(ticket);
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
