package org.shouwen.timelimit;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shouwen.calendar.Calendars;
import org.shouwen.calendar.WorkUnit;
import org.shouwen.calendar.WorkingCalendar;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Ticket;
import org.shouwen.workflow.Decisions;
import org.springframework.stereotype.Component;

/**
 * What happens when a promise comes near its limit or is broken, and when: the table {@code escalation} (D3). Level 0 is
 * the warning; 1 to 3 are supervisions.
 */
@Component
public class Ladder {

    /** Level of the warning. */
    public static final int WARNING = 0;

    static final int HIGHEST = 3;

    private static final String TABLE = "escalation";
    private static final int ALL = 100;

    private final Decisions decisions;
    private final Calendars calendars;

    Ladder(Decisions decisions, Calendars calendars) {
        this.decisions = decisions;
        this.calendars = calendars;
    }

    /** Whom a level concerns. */
    public enum Addressee {
        /** Who works on the ticket, and the first responder. */
        RESPONSIBLE("经办人和首问责任人"),
        LEAD("班长"),
        SUPERVISOR("主管"),
        MANAGER("项目经理"),
        /** Whoever of the company is above every site's manager. */
        DIRECTOR("公司值班领导"),
        /** There is no such level. */
        NONE("没有这一级");

        private final String label;

        Addressee(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }

    /** What a level does outside working time. */
    public enum Quiet {
        /** It comes at once, day or night. */
        NEVER("不分昼夜"),
        /** It waits for the next working time. */
        NEXT_SLOT("等到上班");

        private final String label;

        Quiet(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }

    /**
     * A row of the table.
     *
     * @param percent how much of the limit has passed
     * @param offsetAmount of {@code offsetUnit}s, how long after the limit; NONE: at once
     * @param ackAmount of {@code ackUnit}s, how long an asked person has to acknowledge
     */
    public record Level(
            int percent,
            int offsetAmount,
            WorkUnit offsetUnit,
            Addressee addressee,
            Quiet quiet,
            int ackAmount,
            WorkUnit ackUnit) {

        boolean exists() {
            return addressee != Addressee.NONE;
        }
    }

    /** @param level 0 to 3 */
    Level level(Ticket ticket, int level) {
        Map<String, Object> row = decisions
                .row(
                        TABLE,
                        Map.of(
                                "kind",
                                ticket.kind(),
                                "priority",
                                ticket.facts().priority().name(),
                                "level",
                                level))
                .orElseThrow(() -> new IllegalStateException(
                        "no row of " + TABLE + " for " + ticket.number() + ", level " + level));
        return new Level(
                (Integer) row.get("percent"),
                (Integer) row.get("offsetAmount"),
                WorkUnit.valueOf((String) row.get("offsetUnit")),
                Addressee.valueOf((String) row.get("addressee")),
                Quiet.valueOf((String) row.get("quiet")),
                (Integer) row.get("ackAmount"),
                WorkUnit.valueOf((String) row.get("ackUnit")));
    }

    /** @return when the promise reaches the level; empty: not while it does not run, has no limit or no such level */
    public Optional<Instant> reached(Ticket ticket, Deadline deadline, int number) {
        Level level = level(ticket, number);
        if (!deadline.runs() || deadline.due() == null || !level.exists()) {
            return Optional.empty();
        }
        WorkingCalendar calendar = calendars.of(ticket.facts().site());
        Instant at;
        if (level.percent() < ALL) {
            at = new Counting(calendar).part(deadline, level.percent());
        } else if (level.offsetUnit() == WorkUnit.NONE) {
            at = deadline.due();
        } else {
            at = calendar.due(deadline.due(), level.offsetAmount(), level.offsetUnit())
                    .at();
        }
        return Optional.of(level.quiet() == Quiet.NEXT_SLOT ? calendar.nextWorkingTime(at) : at);
    }

    /** @return by when somebody asked at that moment has to acknowledge; empty: there is no limit */
    Optional<Instant> acknowledged(Ticket ticket, int level, Instant askedAt) {
        return new Glance().acknowledged(ticket, level, askedAt);
    }

    /** For a list: each row of the table and each calendar is read once. */
    final class Glance {

        private final Map<List<Object>, Level> rows = new HashMap<>();
        private final Map<String, WorkingCalendar> sites = new HashMap<>();

        Optional<Instant> acknowledged(Ticket ticket, int number, Instant askedAt) {
            Level row = rows.computeIfAbsent(
                    List.of(ticket.kind(), ticket.facts().priority(), number), unknown -> level(ticket, number));
            return Optional.ofNullable(sites.computeIfAbsent(ticket.facts().site(), calendars::of)
                    .due(askedAt, row.ackAmount(), row.ackUnit())
                    .at());
        }
    }
}
