package org.shouwen.returnvisit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.calendar.WorkUnit;
import org.shouwen.problem.Refusal;
import org.shouwen.rows.Sql;
import org.shouwen.testing.TestDatabase;
import org.shouwen.wording.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Visits and rains in our own tables, on both databases. */
@Tag("database")
class VisitsIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant NINE = local("2026-11-23T09:00");

    private JdbcClient jdbc;
    private Visits visits;
    private Rains rains;

    @BeforeEach
    void open() {
        jdbc = JdbcClient.create(TestDatabase.migrated());
        Sql sql = new Sql(jdbc);
        visits = new Visits(sql, new Moments(Clock.systemUTC(), ZONE));
        rains = new Rains(sql);
    }

    private static Instant local(String moment) {
        return LocalDateTime.parse(moment).atZone(ZONE).toInstant();
    }

    private void ticket(String number, String status) {
        jdbc.sql("""
                        INSERT INTO ticket (id, number, kind, category, category_label, area, site, home, place, location,
                            reporter_name, reporter_phone, reporter_email, channel, description, danger, scope, utility_out,
                            priority, urgent, report_to, first_responder, post, opened_at, status, is_open, returns, urges,
                            transfers, reopens, version)
                        VALUES (nextval('ticket_id'), ?, 'REPAIR', 'SEEPAGE', '房屋渗漏', 'HOME', 'east', '1-1-101', null,
                            '1-1-101', '张三', '13812345678', null, 'PHONE', '漏水', 'NONE', 'PERSONAL', FALSE, 'P2', FALSE, '',
                            'desk1', 'plumbing-east', ?, ?, ?, 0, 0, 0, 0, 0)
                        """)
                .params(
                        number,
                        NINE.atOffset(java.time.ZoneOffset.UTC),
                        status,
                        !status.equals("CLOSED") && !status.equals("WITHDRAWN"))
                .update();
    }

    private Visit planned(String number, int round, Visit.Occasion occasion, boolean afterRain, String due) {
        VisitRule rule = new VisitRule(
                100, 3, WorkUnit.WORKDAY, Visitor.FIRST_RESPONDER, true, VisitMethod.VISIT, true, afterRain, 3);
        Visit visit = new Visit(
                number,
                round,
                occasion,
                "east",
                "NONE",
                rule,
                true,
                NINE,
                local(due),
                "3 个工作日",
                null,
                null,
                null,
                List.of());
        visits.add(visit);
        return visit;
    }

    private Visit answered(Visit visit, Satisfaction satisfaction, String at) {
        Visit after =
                visit.tried(Attempt.answered(satisfaction, "看过了", VisitMethod.PHONE, "desk1", local(at)), local(at));
        visits.save(after);
        return after;
    }

    private Visit unreached(Visit visit, String at) {
        Visit after = visit.tried(Attempt.unreached("关机", VisitMethod.PHONE, "desk1", local(at)), local(at));
        visits.save(after);
        return after;
    }

    @Test
    void aVisitIsReadAsItWasWritten() {
        ticket("BX-26-000001", "VISIT_DUE");
        Visit visit = planned(
                "BX-26-000001", visits.nextRound("BX-26-000001"), Visit.Occasion.CLOSING, true, "2026-11-26T18:00");
        assertThat(visits.get("BX-26-000001", 1)).isEqualTo(visit);
        Visit tried = unreached(visit, "2026-11-23T10:00");
        assertThat(visits.get("BX-26-000001", 1)).isEqualTo(tried);
        Visit ended = answered(tried, Satisfaction.SATISFIED, "2026-11-24T10:00");
        assertThat(visits.ofTicket("BX-26-000001")).containsExactly(ended);
        assertThat(visits.nextRound("BX-26-000001")).isEqualTo(2);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> visits.save(tried))
                .matches(refusal -> refusal.name().equals("visit-ended"));
    }

    @Test
    void whatTheResidentSaidIsTakenOnce() {
        visits.rate("BX-26-000001", Satisfaction.FAIR, "desk1", NINE);
        visits.rate("BX-26-000001", Satisfaction.DISSATISFIED, "desk1", NINE);
        assertThat(visits.takeRating("BX-26-000001")).contains(Satisfaction.DISSATISFIED);
        assertThat(visits.takeRating("BX-26-000001")).isEmpty();
    }

    @Test
    void openVisitsComeFirstDueFirst() {
        List.of("BX-26-000001", "BX-26-000002", "BX-26-000003").forEach(number -> ticket(number, "VISIT_DUE"));
        ticket("BX-26-000004", "WITHDRAWN");
        planned("BX-26-000001", 1, Visit.Occasion.CLOSING, false, "2026-11-26T18:00");
        planned("BX-26-000002", 1, Visit.Occasion.CLOSING, false, "2026-11-24T18:00");
        answered(
                planned("BX-26-000003", 1, Visit.Occasion.CLOSING, false, "2026-11-24T18:00"),
                Satisfaction.FAIR,
                "2026-11-24T10:00");
        planned("BX-26-000004", 1, Visit.Occasion.CLOSING, false, "2026-11-24T18:00");
        assertThat(visits.open("east", 10)).extracting(Visit::ticket).containsExactly("BX-26-000002", "BX-26-000001");
        assertThat(visits.open("", 1)).extracting(Visit::ticket).containsExactly("BX-26-000002");
        assertThat(visits.open("west", 10)).isEmpty();
    }

    @Test
    void figuresCountTheVisitsDueInTheMonth() {
        for (int i = 1; i <= 6; i++) {
            ticket("BX-26-00000" + i, i == 6 ? "WITHDRAWN" : "CLOSED");
        }
        answered(
                planned("BX-26-000001", 1, Visit.Occasion.CLOSING, false, "2026-11-02T18:00"),
                Satisfaction.SATISFIED,
                "2026-11-02T10:00");
        // Due at midnight that begins December: no longer November
        answered(
                planned("BX-26-000002", 1, Visit.Occasion.CLOSING, false, "2026-12-01T00:00"),
                Satisfaction.SATISFIED,
                "2026-11-30T10:00");
        answered(
                planned("BX-26-000003", 1, Visit.Occasion.CLOSING, false, "2026-11-30T18:00"),
                Satisfaction.DISSATISFIED,
                "2026-11-30T10:00");
        Visit given = planned("BX-26-000004", 1, Visit.Occasion.CLOSING, false, "2026-11-26T18:00");
        unreached(unreached(unreached(given, "2026-11-23T10:00"), "2026-11-24T10:00"), "2026-11-25T10:00");
        planned("BX-26-000005", 1, Visit.Occasion.CLOSING, false, "2026-11-26T18:00");
        planned("BX-26-000006", 1, Visit.Occasion.CLOSING, false, "2026-11-26T18:00");
        assertThat(visits.figures("", YearMonth.of(2026, 11)))
                .containsExactly(new VisitFigures("east", YearMonth.of(2026, 11), 4, 2, 1, 1, 1));
        assertThat(visits.figures("west", YearMonth.of(2026, 11))).isEmpty();
    }

    @Test
    void aRainConcernsLeaksClosedBeforeThatWereNotAskedAfterARainSince() {
        String tight = "BX-26-000001";
        String unreached = "BX-26-000002";
        String late = "BX-26-000003";
        String tap = "BX-26-000004";
        String reopened = "BX-26-000005";
        String asked = "BX-26-000006";
        List.of(tight, unreached, late, tap, asked).forEach(number -> ticket(number, "CLOSED"));
        ticket(reopened, "RECEIVED");
        for (String number : List.of(tight, unreached, tap, reopened, asked)) {
            answered(
                    planned(number, 1, Visit.Occasion.CLOSING, !number.equals(tap), "2026-11-26T18:00"),
                    Satisfaction.SATISFIED,
                    "2026-11-24T10:00");
        }
        answered(
                planned(late, 1, Visit.Occasion.CLOSING, true, "2026-11-26T18:00"),
                Satisfaction.SATISFIED,
                "2026-11-26T00:00");
        Visit vain = planned(unreached, 2, Visit.Occasion.RAIN, true, "2026-11-28T18:00");
        unreached(unreached(unreached(vain, "2026-11-25T10:00"), "2026-11-26T10:00"), "2026-11-27T10:00");
        planned(asked, 2, Visit.Occasion.RAIN, true, "2026-11-28T18:00");

        Instant endOfTheDay = local("2026-11-26T00:00");
        assertThat(rains.leaks("east", endOfTheDay)).containsExactly(tight, unreached);
        assertThat(rains.leaks("west", endOfTheDay)).isEmpty();
        answered(
                planned(tight, 2, Visit.Occasion.RAIN, true, "2026-11-28T18:00"),
                Satisfaction.SATISFIED,
                "2026-11-26T10:00");
        assertThat(rains.leaks("east", endOfTheDay)).containsExactly(unreached);
        // Closed anew: the next rain counts again
        answered(
                planned(tight, 3, Visit.Occasion.CLOSING, true, "2026-11-28T18:00"),
                Satisfaction.SATISFIED,
                "2026-11-28T10:00");
        assertThat(rains.leaks("east", local("2026-11-29T00:00"))).contains(tight, late);
    }

    @Test
    void aRainIsDeclaredOnceADay() {
        Rains.Rain rain = new Rains.Rain("east", LocalDate.of(2026, 11, 23), "desk1", NINE, 2);
        rains.declare(rain);
        rains.declare(new Rains.Rain("east", LocalDate.of(2026, 11, 20), "desk1", NINE, 0));
        assertThat(rains.last("east")).contains(rain);
        assertThat(rains.last("west")).isEmpty();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> rains.declare(rain))
                .matches(refusal -> refusal.name().equals("rain-declared"));
    }
}
