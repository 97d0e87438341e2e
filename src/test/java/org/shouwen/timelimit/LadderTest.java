package org.shouwen.timelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;
import org.shouwen.calendar.Calendars;
import org.shouwen.calendar.WeeklySlots;
import org.shouwen.calendar.WorkUnit;
import org.shouwen.calendar.WorkingCalendar;
import org.shouwen.testing.Models;
import org.shouwen.testing.TableEngine;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Ticket;
import org.shouwen.workflow.Decisions;

/** When a promise reaches each level of the table, by day, at night and over a weekend. */
class LadderTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DmnEngine ENGINE = TableEngine.create();
    private static final DmnDecision TABLE = ENGINE.parseDecision(
            "escalation", new ByteArrayInputStream(Models.bytes().get("escalation.dmn")));
    private static final WorkingCalendar CALENDAR =
            new WorkingCalendar(SHANGHAI, WeeklySlots.STANDARD, List.of(), Set.of(2026));

    private final Ladder ladder = new Ladder(decisions(), calendars());

    /** Each line: 50 or 75 % of the limit, the limit itself, and the two steps after it. */
    @ParameterizedTest(name = "{0} from {1}: {2} {3}")
    @CsvSource(nullValues = "-", textBlock = """
                    # 2 h at night, nobody is spared: 1 h, 2 h, +10 min, +30 min
                    P0, 2026-11-21T03:00,  2, HOUR,       2026-11-21T04:00, 2026-11-21T05:00, 2026-11-21T05:10, 2026-11-21T05:30
                    # 24 h: 18 h, 24 h, +30 min, +2 h
                    P1, 2026-11-20T20:00, 24, HOUR,       2026-11-21T14:00, 2026-11-21T20:00, 2026-11-21T20:30, 2026-11-21T22:00
                    # until midnight: 75 % of 8 h, midnight, +30 min, +2 h
                    P1, 2026-11-20T16:00,  1, SAME_DAY,   2026-11-20T22:00, 2026-11-21T00:00, 2026-11-21T00:30, 2026-11-21T02:00
                    # Friday 17:00 on 2 h: Friday 1 h, Monday 09:30; 75 % is Monday 09:00; one and three working days after Monday, each in the next morning
                    P2, 2026-11-20T17:00,  2, WORKHOUR,   2026-11-23T09:00, 2026-11-23T09:30, 2026-11-25T08:30, 2026-11-27T08:30
                    # Closing time waits for the morning: Monday 18:00 is Tuesday 08:30; Friday 16:00 on 9.5 h, 75 % is 7 h 7.5 min: 2 h and 5 h 7.5 min
                    P2, 2026-11-20T16:00,  1, WORKDAY,    2026-11-23T15:37:30, 2026-11-24T08:30, 2026-11-25T08:30, 2026-11-27T08:30
                    # Without a third level
                    P3, 2026-11-20T16:00,  1, WORKDAY,    2026-11-23T15:37:30, 2026-11-24T08:30, 2026-11-25T08:30, -
                    """)
    void levels(
            Priority priority,
            String from,
            int amount,
            WorkUnit unit,
            String warning,
            String first,
            String second,
            String third) {
        Ticket ticket = ticket(priority, from, amount, unit);
        Deadline deadline = ticket.deadline(ClockKind.FINISH);
        assertThat(ladder.reached(ticket, deadline, 0)).contains(at(warning));
        assertThat(ladder.reached(ticket, deadline, 1)).contains(at(first));
        assertThat(ladder.reached(ticket, deadline, 2)).contains(at(second));
        assertThat(ladder.reached(ticket, deadline, 3))
                .isEqualTo(Optional.ofNullable(third).map(LadderTest::at));
    }

    @Test
    void aPromiseWithoutLimitIsNeverLate() {
        Ticket ticket = ticket(Priority.P0, "2026-11-20T16:00", 0, WorkUnit.NONE);
        assertThat(ladder.reached(ticket, ticket.deadline(ClockKind.FINISH), 1)).isEmpty();
    }

    @Test
    void emergenciesAreAcknowledgedWithinAQuarterOfAnHour() {
        // 15 minutes by day and night; 4 working hours from Friday 17:00: 1 h on Friday, 3 h on Monday
        assertThat(ladder.acknowledged(
                        ticket(Priority.P1, "2026-11-20T16:00", 1, WorkUnit.HOUR), 1, at("2026-11-20T03:00")))
                .contains(at("2026-11-20T03:15"));
        assertThat(ladder.acknowledged(
                        ticket(Priority.P2, "2026-11-20T16:00", 1, WorkUnit.WORKDAY), 2, at("2026-11-20T17:00")))
                .contains(at("2026-11-23T11:30"));
    }

    private static Ticket ticket(Priority priority, String from, int amount, WorkUnit unit) {
        var due = CALENDAR.due(at(from), amount, unit);
        Intake intake = new Intake(
                "REPAIR",
                "HOME_PLUMBING",
                "1-1-101",
                null,
                new Reporter("张三", "13812345678", null),
                Channel.PHONE,
                "漏水",
                Danger.NONE,
                Scope.PERSONAL,
                false,
                null);
        Facts facts = new Facts(
                "BX-26-000001",
                intake,
                "家庭水管维修",
                Area.HOME,
                "east",
                "东苑",
                priority,
                false,
                "",
                "desk1",
                "plumbing",
                at(from));
        return Ticket.register(
                facts,
                List.of(new Deadline(
                        ClockKind.FINISH, amount, unit.name(), "", at(from), due.at(), due.explanation(), null)));
    }

    private static Decisions decisions() {
        return new Decisions() {
            @Override
            public Optional<Map<String, Object>> row(String decision, Map<String, Object> facts) {
                return Optional.of(ENGINE.evaluateDecisionTable(TABLE, facts)
                        .getSingleResult()
                        .getEntryMap());
            }

            @Override
            public List<Map<String, Object>> rows(String decision, Map<String, Object> facts) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static Calendars calendars() {
        Calendars calendars = Mockito.mock(Calendars.class);
        Mockito.when(calendars.of("east")).thenReturn(CALENDAR);
        return calendars;
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}
