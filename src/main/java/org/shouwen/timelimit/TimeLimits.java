package org.shouwen.timelimit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shouwen.calendar.Calendars;
import org.shouwen.calendar.Due;
import org.shouwen.calendar.WorkUnit;
import org.shouwen.calendar.WorkingCalendar;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.Categories;
import org.shouwen.ticket.Category;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Hazard;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Slot;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.Decisions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** By when a ticket is promised: limits from the table {@code time-limits} (D2), dates from the site's calendar. */
@Component
public class TimeLimits {

    /** Id of the table. */
    public static final String TABLE = "timeLimits";

    /** Times that people give a name. */
    private static final String WAITING = "waitingTimes";

    /** By when a repair that did not satisfy is done again (D4: a rework task within 24 hours). */
    private static final int REWORK_HOURS = 24;

    private final Decisions decisions;
    private final Calendars calendars;
    private final Categories categories;
    private final Moments moments;
    private final int deemedDays;

    /** @param deemedDays working days after the report in which the resident has to accept or object */
    TimeLimits(
            Decisions decisions,
            Calendars calendars,
            Categories categories,
            Moments moments,
            @Value("${shouwen.repair.deemed-acceptance-workdays:3}") int deemedDays) {
        this.decisions = decisions;
        this.calendars = calendars;
        this.categories = categories;
        this.moments = moments;
        this.deemedDays = deemedDays;
    }

    /** What the table asks about a ticket. */
    public record Facts(String kind, Priority priority, Area area, Hazard hazard) {}

    /**
     * @param appointment agreed slot, or null; where the row knows slots, arrival and finishing count from it
     * @param at when the clocks start
     * @return the deadlines of the clocks that the row gives a limit, which may be none
     * @throws Refusal where the table has no row for the case: a matter without a promise is not taken
     */
    public List<Deadline> deadlines(Facts facts, String site, Slot appointment, Instant at) {
        Map<String, Object> row = decisions
                .row(
                        TABLE,
                        Map.of(
                                "kind", facts.kind(),
                                "priority", facts.priority().name(),
                                "area", facts.area().name(),
                                "hazard", facts.hazard().name()))
                .orElseThrow(() -> Refusal.invalid(
                        "limit-missing",
                        "category",
                        "办结时限表里没有适用的一行（%s，%s，%s），不能受理，请主管补充"
                                .formatted(
                                        facts.priority().label(),
                                        facts.area().label(),
                                        facts.hazard().label())));
        return promised(row, site, appointment, at);
    }

    /**
     * @param row outputs of the table by name
     * @param appointment agreed slot, or null
     * @return the deadlines of the clocks that the row gives a limit, in order
     */
    public List<Deadline> promised(Map<String, Object> row, String site, Slot appointment, Instant at) {
        WorkingCalendar calendar = calendars.of(site);
        String source = (String) row.get("source");
        int slotMinutes = amount(row, "slotMinutes");
        boolean bySlot = appointment != null && slotMinutes > 0;
        Instant workStart = bySlot ? appointment.from() : at;

        Optional<Deadline> respond = deadline(ClockKind.RESPOND, row, source, at, calendar);
        Optional<Deadline> arrive = bySlot
                ? Optional.of(new Deadline(
                        ClockKind.ARRIVE,
                        slotMinutes,
                        WorkUnit.MINUTE.name(),
                        source,
                        appointment.from(),
                        appointment.from().plusSeconds(60L * slotMinutes),
                        "约定 %s 上门，最迟 %d 分钟内到场".formatted(moments.text(appointment.from()), slotMinutes),
                        null))
                : deadline(ClockKind.ARRIVE, row, source, at, calendar);
        // A same-day promise made before midnight cannot end before the arrival that it follows, or the first answer
        Instant finishStart = WorkUnit.SAME_DAY.name().equals(row.get("finishUnit"))
                ? arrive.or(() -> respond.filter(
                                first -> moments.date(first.due()).isAfter(moments.date(workStart))))
                        .map(Deadline::due)
                        .orElse(workStart)
                : workStart;
        List<Deadline> promised = Stream.of(
                        respond,
                        arrive,
                        deadline(ClockKind.ANSWER, row, source, at, calendar),
                        deadline(ClockKind.PLAN, row, source, at, calendar),
                        deadline(ClockKind.FINISH, row, source, finishStart, calendar))
                .flatMap(Optional::stream)
                .toList();
        return new InOrder(calendar).of(promised, bySlot ? arrive.stream().toList() : List.of());
    }

    /** @return what the table asks about this ticket, as it stands now */
    public Facts facts(Ticket ticket) {
        Hazard hazard = categories
                .category(ticket.facts().intake().category())
                .map(Category::hazard)
                .orElseThrow(() -> new IllegalStateException("no category of " + ticket.number()));
        return new Facts(
                ticket.kind(), ticket.facts().priority(), ticket.facts().area(), hazard);
    }

    /**
     * New promises of a ticket, each the next cycle of its clock.
     *
     * @param facts what the table is asked; of the ticket as it is to be
     * @param appointment agreed slot, or null
     * @param at when the clocks start again
     * @param clocks which promises are given anew
     */
    public List<Deadline> again(
            Ticket ticket, Facts facts, String site, Slot appointment, Instant at, Set<ClockKind> clocks) {
        return again(ticket, deadlines(facts, site, appointment, at), site, clocks);
    }

    /** @param promises that the table gives */
    public List<Deadline> again(Ticket ticket, List<Deadline> promises, String site, Set<ClockKind> clocks) {
        List<Deadline> fresh = promises.stream()
                .filter(promise -> clocks.contains(promise.clock()))
                .map(promise -> next(ticket, promise))
                .toList();
        List<Deadline> kept = ticket.deadlines().stream()
                .filter(promise -> promise.runs() && !clocks.contains(promise.clock()))
                .toList();
        return new InOrder(calendars.of(site)).of(fresh, kept);
    }

    /** @return the next promise to take the work, for a ticket that is passed to another post; empty: it makes none */
    public List<Deadline> respondAgain(Ticket ticket, Instant at) {
        return again(ticket, Set.of(ClockKind.RESPOND), at);
    }

    /** @return the next promises of a ticket that begins again from the start: all that its row of the table gives */
    public List<Deadline> anew(Ticket ticket, Instant at) {
        return again(ticket, Set.of(ClockKind.values()), at);
    }

    /** @return the promise of one clock, beginning now; the next cycle where there was one before */
    public Deadline anew(Ticket ticket, ClockKind clock, Instant at) {
        return again(ticket, Set.of(clock), at).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notPossibleNow(
                        "limit-missing", "办结时限表里没有工单 " + ticket.number() + " 的" + clock.label() + "时限，请主管补充"));
    }

    /** @return the next promises of a repair that is reopened: taken and visited as the table says, done within 24 hours */
    public List<Deadline> reopened(Ticket ticket, Instant at) {
        Due due = calendars.of(ticket.facts().site()).due(at, REWORK_HOURS, WorkUnit.HOUR);
        Deadline finish = next(
                ticket,
                new Deadline(
                        ClockKind.FINISH,
                        REWORK_HOURS,
                        WorkUnit.HOUR.name(),
                        "返工的，24 小时内完成（行业惯例）",
                        at,
                        due.at(),
                        due.explanation(),
                        null));
        List<Deadline> fresh = Stream.concat(
                        again(ticket, Set.of(ClockKind.RESPOND, ClockKind.ARRIVE), at).stream(), Stream.of(finish))
                .toList();
        return new InOrder(calendars.of(ticket.facts().site())).of(fresh, List.of());
    }

    /** @return by when somebody on call has to answer: as long as the table gives for taking the work; empty: no limit */
    public Optional<Instant> answered(Ticket ticket, Instant calledAt) {
        return deadlines(facts(ticket), ticket.facts().site(), null, calledAt).stream()
                .filter(promise -> promise.clock() == ClockKind.RESPOND)
                .map(Deadline::due)
                .findFirst();
    }

    /** @return when finished work counts as accepted, unless the resident objects; empty while it is not reported */
    public Optional<Instant> deemedAccepted(Ticket ticket) {
        return ticket.find(ClockKind.FINISH)
                .map(Deadline::stoppedAt)
                .map(reported -> calendars.of(ticket.facts().site()).plusWorkingDays(reported, deemedDays));
    }

    /**
     * A flow of a former version goes on asking for what the table does not have any more: it waits as long as it last said.
     *
     * @param name of a waiting time
     * @return when it is over; empty: the table gives no limit
     * @throws IllegalStateException where no version of the table ever had it, which the guard lets no flow ask for
     */
    public Optional<Instant> waited(String name, Ticket ticket, Instant from) {
        Map<String, Object> row = decisions
                .rowEver(WAITING, Map.of("waiting", name))
                .orElseThrow(() -> new IllegalStateException(
                        "ticket " + ticket.number() + " would wait for " + name + ", which waiting-times never had"));
        return Optional.ofNullable(calendars
                .of(ticket.facts().site())
                .due(from, amount(row, "dueAmount"), WorkUnit.valueOf((String) row.get("dueUnit")))
                .at());
    }

    private List<Deadline> again(Ticket ticket, Set<ClockKind> clocks, Instant at) {
        return again(ticket, facts(ticket), ticket.facts().site(), null, at, clocks);
    }

    private static Deadline next(Ticket ticket, Deadline fresh) {
        return ticket.find(fresh.clock())
                .map(before -> before.again(
                        fresh.amount(),
                        fresh.unit(),
                        fresh.source(),
                        fresh.startedAt(),
                        fresh.due(),
                        fresh.explanation(),
                        false))
                .orElse(fresh);
    }

    /** @return empty: the row's cell is, so that nothing of the kind is promised */
    private static Optional<Deadline> deadline(
            ClockKind clock, Map<String, Object> row, String source, Instant from, WorkingCalendar calendar) {
        if (row.get(name(clock) + "Amount") == null) {
            return Optional.empty();
        }
        int amount = amount(row, name(clock) + "Amount");
        WorkUnit unit = WorkUnit.valueOf((String) row.get(name(clock) + "Unit"));
        Due due = calendar.due(from, amount, unit);
        return Optional.of(
                new Deadline(clock, amount, unit.name(), source, from, due.at(), Counting.withWarning(due), null));
    }

    private static int amount(Map<String, Object> row, String output) {
        return row.get(output) == null ? 0 : ((Number) row.get(output)).intValue();
    }

    private static String name(ClockKind clock) {
        return clock.name().toLowerCase(Locale.ROOT);
    }
}
