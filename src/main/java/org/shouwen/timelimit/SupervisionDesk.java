package org.shouwen.timelimit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.HandlerChange;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.timelimit.Escalation.Cause;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Warnings and supervisions (督办): each level once, each acknowledged with a decision. */
@Component
public class SupervisionDesk {

    private final Tickets tickets;
    private final Escalations escalations;
    private final Ladder ladder;
    private final SupervisionChain chain;
    private final Decided decided;

    /** What comes of a level, and of a decision. */
    @Component
    record Decided(
            TimeLimitDesk limits,
            HandlerChange handlers,
            Roster roster,
            SupervisionExecution execution,
            SupervisionEnds ends,
            PostRectificationDesk rectifications,
            Directors directors) {}

    SupervisionDesk(Tickets tickets, Escalations escalations, Ladder ladder, SupervisionChain chain, Decided decided) {
        this.tickets = tickets;
        this.escalations = escalations;
        this.ladder = ladder;
        this.chain = chain;
        this.decided = decided;
    }

    /**
     * @return when this promise reaches the level; empty: not while it does not run, where a later promise took its
     *     place, or where it did before
     */
    public Optional<Instant> reached(Ticket ticket, ClockKind clock, int cycle, int level) {
        return ticket.find(clock)
                .filter(deadline -> deadline.cycle() == cycle)
                .filter(deadline -> !escalations.has(ticket.number(), Cause.of(clock), cycle, level))
                .flatMap(deadline -> ladder.reached(ticket, deadline, level));
    }

    /** Records that the limit comes near; telling is the flow's part. */
    @Transactional
    public void warn(String number, ClockKind clock, int cycle, Instant at) {
        Ticket ticket = tickets.get(number);
        Deadline deadline = ticket.deadline(clock);
        escalations
                .add(ticket, Cause.of(clock), cycle, Ladder.WARNING, null, deadline.due(), at)
                .ifPresent(id -> note(number, SupervisionEvent.WARNED, clock.label() + "时限将到，已提醒", at, "clock", clock));
    }

    /**
     * A broken promise reaches the next level that it did not reach yet.
     *
     * @return which; empty where the promise does not run any more, or reached them all
     */
    @Transactional
    public OptionalInt escalate(String number, ClockKind clock, int cycle, Instant at) {
        Ticket ticket = tickets.get(number);
        Deadline deadline = ticket.deadline(clock);
        if (deadline.cycle() != cycle || !deadline.runs()) {
            return OptionalInt.empty();
        }
        for (int level = 1; level <= Ladder.HIGHEST; level++) {
            if (ladder.level(ticket, level).exists()
                    && !escalations.has(number, Cause.of(clock), cycle, level)
                    && begin(ticket, Cause.of(clock), cycle, level, deadline.due(), at)) {
                return OptionalInt.of(level);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * A supervision that no clock brought up; a reopening is as grave as there were reopenings, the others are of the
     * first level.
     */
    @Transactional
    public void supervise(String number, Cause cause, Instant at) {
        Ticket ticket = tickets.get(number);
        boolean reopened = cause == Cause.REOPENED;
        int cycle = reopened ? ticket.reopens() : escalations.cycles(number, cause) + 1;
        if (reopened) {
            decided.ends().reopenedAgain(number, at);
        }
        int level = reopened ? Math.min(Math.max(ticket.reopens(), 1), Ladder.HIGHEST) : 1;
        begin(ticket, cause, cycle, level, null, at);
    }

    /**
     * A step is late that the managers drew themselves.
     *
     * @param step what people call it
     */
    @Transactional
    public void superviseStep(String number, String step, Instant at) {
        note(number, SupervisionEvent.STEP_LATE, "“" + step + "”到期没有办", at);
        supervise(number, Cause.OWN_STEP, at);
    }

    private boolean begin(Ticket ticket, Cause cause, int cycle, int level, Instant due, Instant at) {
        String late = chain.late(ticket, cause, at);
        Optional<Escalation> kept = escalations.add(ticket, cause, cycle, level, late, due, at);
        if (kept.isEmpty()) {
            return false;
        }
        Escalation escalation = kept.get();
        chain.first(ticket, escalation, at)
                .ifPresentOrElse(
                        person -> ask(ticket, escalation.id(), person, at), () -> onlyKept(ticket, escalation, at));
        if (level == 1 && cause.clock().isPresent()) {
            decided.rectifications().broken(ticket, at);
        }
        return true;
    }

    private void ask(Ticket ticket, long id, String person, Instant at) {
        escalations.ask(id, person, at);
        escalated(ticket, id, "由" + name(person) + "确认", at);
        decided.execution().start(ticket.number(), id, person);
    }

    /**
     * Nobody decides about his own lateness, nobody about a superior's, and nobody is asked twice: it is kept, and there is
     * nothing to acknowledge. Where the company has nobody above the manager, whoever can put that right is told.
     */
    private void onlyKept(Ticket ticket, Escalation escalation, Instant at) {
        boolean lacksDirector = chain.isDirectors(ticket, escalation.level())
                && decided.directors().isLacking();
        String above = escalation.late() == null || chain.isAsked(escalation)
                ? "能确认的人都已督办过，不重复询问"
                : name(escalation.late()) + "以上没有人可以确认";
        String remark = lacksDirector ? "公司没有设置值班领导，没有人可以确认" : above;
        escalations.answer(
                escalation.id(),
                new Escalation.Answer(Acting.SYSTEM, at, Escalation.Decision.CONTINUE, null, null, remark));
        escalated(ticket, escalation.id(), remark + "，只作记录", at);
        if (lacksDirector) {
            decided.directors().tellLacking(ticket, escalation, at);
        }
    }

    private void escalated(Ticket ticket, long id, String what, Instant at) {
        Escalation escalation = escalations.get(id);
        String words = "%s：%s，%s".formatted(escalation.cause().label(), escalation.title(), what);
        note(
                ticket.number(),
                SupervisionEvent.ESCALATED,
                words,
                at,
                "cause",
                escalation.cause(),
                "level",
                escalation.level());
    }

    private void note(String number, SupervisionEvent event, String words, Instant at, Object... facts) {
        tickets.note(number, event, words, Acting.SYSTEM, at, facts);
    }

    /**
     * Whoever was asked did not acknowledge in time.
     *
     * @return who has to now; the same person where nobody is left to ask
     */
    @Transactional
    public String passOn(long id, Instant at) {
        Escalation escalation = escalations.get(id);
        String before = escalation.waitsFor().orElseThrow().person();
        Optional<String> next = chain.next(tickets.get(escalation.ticket()), escalation, at);
        next.ifPresent(person -> {
            escalations.ask(id, person, at);
            String words = "%s：%s没有按时确认，转由%s确认".formatted(escalation.title(), name(before), name(person));
            note(escalation.ticket(), SupervisionEvent.PASSED, words, at, "to", person);
        });
        return next.orElse(before);
    }

    /** @return by when whoever was asked last has to acknowledge; empty: there is no limit */
    public Optional<Instant> acknowledgeBy(long id) {
        Escalation escalation = escalations.get(id);
        return escalation
                .waitsFor()
                .flatMap(
                        asked -> ladder.acknowledged(tickets.get(escalation.ticket()), escalation.level(), asked.at()));
    }

    /** @return when the next person is asked; empty: nobody is left to ask */
    public Optional<Instant> passOnAt(long id) {
        Escalation escalation = escalations.get(id);
        Ticket ticket = tickets.get(escalation.ticket());
        return acknowledgeBy(id).filter(at -> chain.next(ticket, escalation, at).isPresent());
    }

    /**
     * Acknowledges with a decision, which comes true at once.
     *
     * @param answer what was decided; its {@code by} and {@code at} say who and when
     * @param newTime for NEW_TIME; else null
     */
    @Transactional
    public void acknowledge(long id, Escalation.Answer answer, Instant newTime) {
        Escalation escalation = escalations.get(id);
        Ticket ticket = tickets.get(escalation.ticket());
        if (chain.isLate(answer.by(), escalation.late(), ticket, answer.at())) {
            throw Refusal.notAllowed("own-lateness", "工单 " + ticket.number() + " 是您自己逾期的，不能由您确认督办，须由上一级确认");
        }
        if (escalation.level() == Ladder.HIGHEST && answer.reason() == null) {
            throw Refusal.invalid("reason-missing", "reason", "三级督办须写明原因，再确认");
        }
        // First, so that what the decision changes does not end this supervision by itself
        escalations.answer(id, answer);
        String deed =
                switch (answer.decision()) {
                    case REASSIGN -> reassign(ticket, escalation, answer);
                    case SUPPORT -> "，由" + name(support(ticket, answer)) + "增援";
                    case NEW_TIME -> promise(ticket, escalation, answer, newTime);
                    case CONTINUE -> "";
                };
        tickets.note(
                ticket.number(),
                SupervisionEvent.ACKNOWLEDGED,
                "确认%s（%s）：%s%s，%s"
                        .formatted(
                                escalation.title(),
                                escalation.cause().label(),
                                answer.decision().label(),
                                deed,
                                answer.remark()),
                answer.by(),
                answer.at(),
                "level",
                escalation.level(),
                "decision",
                answer.decision());
    }

    private String reassign(Ticket ticket, Escalation escalation, Escalation.Answer answer) {
        mustGoOn(ticket, escalation, "换人办理");
        String staff = mustHaveStaff(ticket, answer);
        decided.handlers().reassign(ticket.number(), staff, answer.remark(), answer.by(), answer.at());
        return "，改由" + name(staff) + "办理";
    }

    private String support(Ticket ticket, Escalation.Answer answer) {
        String staff = mustHaveStaff(ticket, answer);
        decided.handlers()
                .mustAssign(ticket.number(), staff, Escalation.Decision.SUPPORT.label(), answer.by(), answer.at());
        return staff;
    }

    private String promise(Ticket ticket, Escalation escalation, Escalation.Answer answer, Instant newTime) {
        mustGoOn(ticket, escalation, "给新时限");
        if (newTime == null) {
            throw Refusal.invalid("new-time-missing", "newTime", "请填写给业主的新时限");
        }
        decided.limits()
                .promise(ticket.number(), clock(escalation), newTime, answer.remark(), answer.by(), answer.at());
        return "";
    }

    /** Once the promise was kept, or the ticket is over, there is nothing left to change. */
    private static void mustGoOn(Ticket ticket, Escalation escalation, String verb) {
        if (ticket.status().isFinal()) {
            throw Refusal.notPossibleNow(
                    "ticket-over",
                    "工单 %s %s，不能%s，请选“责令继续”确认"
                            .formatted(ticket.number(), ticket.status().label(), verb));
        }
        ClockKind clock = clock(escalation);
        if (ticket.find(clock).filter(Deadline::runs).isEmpty()) {
            throw Refusal.notPossibleNow(
                    "clock-stopped",
                    "工单 %s 的%s时限已不在计时，不能%s，请选“责令继续”确认".formatted(ticket.number(), clock.label(), verb));
        }
    }

    private String mustHaveStaff(Ticket ticket, Escalation.Answer answer) {
        String staff = answer.staff();
        if (staff == null) {
            throw Refusal.invalid("staff-missing", "staff", "请选择由谁办理或增援");
        }
        decided.roster().mustBeAtWork(staff, ticket.facts().site(), "staff", answer.at());
        return staff;
    }

    /** @return the promise that a new time replaces; that of finishing where no clock brought it up */
    static ClockKind clock(Escalation escalation) {
        return escalation.cause().clock().orElse(ClockKind.FINISH);
    }

    /** @return whom the person who is asked can name to take over or help, by code */
    public List<HandlerChange.Candidate> candidates(Escalation escalation) {
        return decided.handlers()
                .candidates(
                        escalation.ticket(), escalation.waitsFor().orElseThrow().person());
    }

    private String name(String staff) {
        return decided.roster().nameOf(staff);
    }
}
