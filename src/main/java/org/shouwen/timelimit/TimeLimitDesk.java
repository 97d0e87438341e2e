package org.shouwen.timelimit;

import java.time.Instant;
import org.shouwen.calendar.Calendars;
import org.shouwen.calendar.WorkingCalendar;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Pause;
import org.shouwen.ticket.PauseReason;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people and flows do to the promises of a ticket: pause, resume, give anew, watch. */
@Component
public class TimeLimitDesk {

    /** Working days that a ticket waits for the resident's time at most, all pauses together (D2). */
    private static final int MOST_DAYS_FOR_RESIDENT = 10;

    private final Tickets tickets;
    private final Pauses pauses;
    private final Calendars calendars;
    private final Moments moments;

    TimeLimitDesk(Tickets tickets, Pauses pauses, Calendars calendars, Moments moments) {
        this.tickets = tickets;
        this.pauses = pauses;
        this.calendars = calendars;
        this.moments = moments;
    }

    /**
     * Lets the promises stand still, for one of the reasons allowed (D2); what is left of them is kept.
     *
     * @param reference what is waited for: part, letter number; or null
     * @param until when they run on at the latest; null for the resident's time only: as long as is allowed
     */
    @Transactional
    public void pause(String number, PauseReason reason, String reference, Instant until, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        String waitedFor = Typed.plain(reference);
        WorkingCalendar calendar = calendars.of(ticket.facts().site());
        // An emergency is refused by the ticket itself, whatever else is wrong
        Instant end = ticket.facts().priority() == Priority.P0
                ? until
                : allowed(ticket, reason, waitedFor, until, at, calendar);
        Counting counting = new Counting(calendar);
        ticket.pause(new Pause(reason, waitedFor, end, at), deadline -> counting.paused(deadline, at), by, at);
        tickets.save(ticket);
        pauses.begin(number, reason, at);
    }

    private Instant allowed(
            Ticket ticket, PauseReason reason, String reference, Instant until, Instant at, WorkingCalendar calendar) {
        if (reason == PauseReason.WEATHER && ticket.facts().priority() == Priority.P1) {
            throw Refusal.notPossibleNow("pause-urgent", "紧急工单 " + ticket.number() + " 不能因恶劣天气暂停计时");
        }
        if (reason == PauseReason.THIRD_PARTY && reference.isEmpty()) {
            throw Refusal.invalid("letter-missing", "reference", "待第三方须写明函件编号，才能暂停计时");
        }
        Instant latest = reason == PauseReason.RESIDENT_SLOT ? latestForResident(ticket, at, calendar) : null;
        if (until == null && latest == null) {
            throw Refusal.invalid(
                    "until-missing",
                    "until",
                    reason == PauseReason.PARTS ? "待配件须写明预计到货的日期，才能暂停计时" : "请写明暂停到什么时候，才能暂停计时");
        }
        if (until == null) {
            return latest;
        }
        if (!until.isAfter(at)) {
            throw Refusal.invalid("until-past", "until", "恢复计时的时间须在现在之后");
        }
        if (latest != null && until.isAfter(latest)) {
            throw Refusal.invalid(
                    "pause-too-long",
                    "until",
                    "待业主约时间累计最多 %d 个工作日，最迟只能暂停到 %s".formatted(MOST_DAYS_FOR_RESIDENT, moments.text(latest)));
        }
        return until;
    }

    /** @return whether the ticket has not waited for the resident's time as long as it may */
    public boolean mayWaitForResident(String number) {
        return waitedForResident(
                        number, calendars.of(tickets.get(number).facts().site()))
                < MOST_DAYS_FOR_RESIDENT;
    }

    private int waitedForResident(String number, WorkingCalendar calendar) {
        return pauses.past(number, PauseReason.RESIDENT_SLOT).stream()
                .mapToInt(span -> calendar.workingDaysBetween(span.since(), span.resumedAt()))
                .sum();
    }

    private Instant latestForResident(Ticket ticket, Instant at, WorkingCalendar calendar) {
        int used = waitedForResident(ticket.number(), calendar);
        if (used >= MOST_DAYS_FOR_RESIDENT) {
            throw Refusal.notPossibleNow(
                    "pause-used-up",
                    "工单 %s 待业主约时间累计已满 %d 个工作日，不能再暂停，请与业主约定时间或撤回工单".formatted(ticket.number(), MOST_DAYS_FOR_RESIDENT));
        }
        return calendar.plusWorkingDays(at, MOST_DAYS_FOR_RESIDENT - used);
    }

    /**
     * Lets the promises run on with what was left of them.
     *
     * @param note why it goes on, or null
     */
    @Transactional
    public void resume(String number, String note, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        Counting counting = counting(ticket);
        ticket.resume(deadline -> counting.resumed(deadline, at), note, by, at);
        tickets.save(ticket);
        pauses.end(number, at);
    }

    /** Gives the resident a new time in place of a promise that runs. */
    @Transactional
    public void promise(String number, ClockKind clock, Instant due, String reason, String by, Instant at) {
        if (!due.isAfter(at)) {
            throw Refusal.invalid("new-time-past", "newTime", "新时限须在现在之后");
        }
        Ticket ticket = tickets.get(number);
        ticket.promise(clock, due, "承诺 " + moments.text(due) + " 前" + clock.label(), reason, by, at);
        tickets.save(ticket);
    }

    /** The running flow's timer is used up: from now on the ladder watches the clock, through all its cycles. */
    @Transactional
    public void watch(String number, ClockKind clock) {
        Ticket ticket = tickets.get(number);
        if (ticket.find(clock).filter(deadline -> !deadline.course().watched()).isPresent()) {
            ticket.watched(clock);
            tickets.save(ticket);
        }
    }

    /** Counts the running promises anew, because the calendar was edited; nothing is written where no date moves. */
    @Transactional
    public void recount(String number, Instant at) {
        Ticket ticket = tickets.get(number);
        ticket.moveClocks(counting(ticket)::recounted, Acting.SYSTEM, at);
        if (!ticket.clockChanges().isEmpty()) {
            tickets.save(ticket);
        }
    }

    private Counting counting(Ticket ticket) {
        return new Counting(calendars.of(ticket.facts().site()));
    }
}
