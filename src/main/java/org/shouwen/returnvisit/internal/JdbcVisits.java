package org.shouwen.returnvisit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shouwen.calendar.WorkUnit;
import org.shouwen.problem.Refusal;
import org.shouwen.returnvisit.Attempt;
import org.shouwen.returnvisit.Satisfaction;
import org.shouwen.returnvisit.Visit;
import org.shouwen.returnvisit.VisitFigures;
import org.shouwen.returnvisit.VisitMethod;
import org.shouwen.returnvisit.VisitRule;
import org.shouwen.returnvisit.Visitor;
import org.shouwen.returnvisit.Visits;
import org.shouwen.wording.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcVisits implements Visits {

    private final JdbcClient jdbc;
    private final Moments moments;

    JdbcVisits(JdbcClient jdbc, Moments moments) {
        this.jdbc = jdbc;
        this.moments = moments;
    }

    @Override
    public int nextRound(String ticket) {
        return jdbc.sql("SELECT count(*) FROM return_visit WHERE ticket = ?")
                        .param(ticket)
                        .query(Integer.class)
                        .single()
                + 1;
    }

    @Override
    public void add(Visit visit) {
        VisitRule rule = visit.rule();
        jdbc.sql("""
                        INSERT INTO return_visit (ticket, round, occasion, site, rated, rate, drawn, amount, unit, visitor,
                            not_handler, method, reopens, after_rain, attempts, planned_at, due_at, explanation, outcome,
                            ended_at, is_open)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        visit.ticket(),
                        visit.round(),
                        visit.occasion().name(),
                        visit.site(),
                        visit.rated(),
                        rule.rate(),
                        visit.drawn(),
                        rule.amount(),
                        rule.unit().name(),
                        rule.visitor().name(),
                        rule.notHandler(),
                        rule.method().name(),
                        rule.reopens(),
                        rule.afterRain(),
                        rule.attempts(),
                        utc(visit.plannedAt()),
                        utc(visit.due()),
                        visit.explanation(),
                        name(visit.outcome()),
                        utc(visit.endedAt()),
                        visit.open())
                .update();
    }

    @Override
    public void save(Visit visit) {
        int changed = jdbc.sql("""
                        UPDATE return_visit SET due_at = ?, explanation = ?, next_attempt_at = ?, outcome = ?, ended_at = ?,
                            is_open = ?
                        WHERE ticket = ? AND round = ? AND is_open = TRUE
                        """)
                .params(
                        utc(visit.due()),
                        visit.explanation(),
                        utc(visit.nextAttempt()),
                        name(visit.outcome()),
                        utc(visit.endedAt()),
                        visit.open(),
                        visit.ticket(),
                        visit.round())
                .update();
        if (changed == 0) {
            throw Refusal.notPossibleNow("visit-ended", "工单 " + visit.ticket() + " 的这次回访刚刚有人办完，请刷新后再看");
        }
        int known = jdbc.sql("SELECT count(*) FROM return_visit_attempt WHERE ticket = ? AND round = ?")
                .params(visit.ticket(), visit.round())
                .query(Integer.class)
                .single();
        for (Attempt attempt : visit.attempts().subList(known, visit.attempts().size())) {
            jdbc.sql("""
                            INSERT INTO return_visit_attempt
                                (ticket, round, at, actor, method, reached, reason, satisfaction, remark)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            visit.ticket(),
                            visit.round(),
                            utc(attempt.at()),
                            attempt.by(),
                            name(attempt.method()),
                            attempt.reached(),
                            attempt.reason(),
                            name(attempt.satisfaction()),
                            attempt.remark())
                    .update();
        }
    }

    @Override
    public Visit get(String ticket, int round) {
        return ofTicket(ticket).stream()
                .filter(visit -> visit.round() == round)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("visit-not-found", "工单 " + ticket + " 没有第 " + round + " 次回访"));
    }

    @Override
    public List<Visit> ofTicket(String ticket) {
        return jdbc.sql("SELECT * FROM return_visit WHERE ticket = ? ORDER BY round")
                .param(ticket)
                .query((row, i) -> visit(row, attempts(ticket)))
                .list();
    }

    @Override
    public Map<String, Visit.Outcome> outcomes(Collection<String> tickets) {
        if (tickets.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        SELECT v.ticket, v.outcome FROM return_visit v
                        WHERE v.ticket IN (:tickets) AND v.outcome IS NOT NULL
                            AND NOT EXISTS (SELECT 1 FROM return_visit later
                                WHERE later.ticket = v.ticket AND later.round > v.round)
                        """)
                .param("tickets", tickets)
                .query((row, i) -> Map.entry(row.getString("ticket"), Visit.Outcome.valueOf(row.getString("outcome"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<Visit> open(String site, int most) {
        return jdbc.sql("""
                        SELECT v.* FROM return_visit v JOIN ticket t ON t.number = v.ticket
                        WHERE v.is_open = TRUE AND (? = '' OR v.site = ?) AND t.status <> 'WITHDRAWN'
                        ORDER BY v.due_at, v.ticket LIMIT ?
                        """)
                .params(site, site, most)
                .query((row, i) -> visit(row, Map.of()))
                .list();
    }

    @Override
    public List<VisitFigures> figures(String site, YearMonth month) {
        return jdbc.sql("""
                        SELECT v.site AS site,
                            count(*) AS due,
                            count(CASE WHEN v.outcome IN ('SATISFIED', 'FAIR', 'DISSATISFIED') THEN 1 END) AS visited,
                            count(CASE WHEN v.outcome = 'UNREACHED' THEN 1 END) AS unreached,
                            count(CASE WHEN v.outcome = 'SATISFIED' THEN 1 END) AS satisfied,
                            count(CASE WHEN v.outcome = 'DISSATISFIED' THEN 1 END) AS dissatisfied
                        FROM return_visit v JOIN ticket t ON t.number = v.ticket
                        WHERE v.drawn = TRUE AND v.due_at >= ? AND v.due_at < ? AND (? = '' OR v.site = ?)
                            AND t.status <> 'WITHDRAWN'
                        GROUP BY v.site ORDER BY v.site
                        """)
                .params(start(month), start(month.plusMonths(1)), site, site)
                .query((row, i) -> new VisitFigures(
                        row.getString("site"),
                        month,
                        row.getInt("due"),
                        row.getInt("visited"),
                        row.getInt("unreached"),
                        row.getInt("satisfied"),
                        row.getInt("dissatisfied")))
                .list();
    }

    private OffsetDateTime start(YearMonth month) {
        return moments.local(moments.start(month));
    }

    /** @return attempts by round */
    private Map<Integer, List<Attempt>> attempts(String ticket) {
        Map<Integer, List<Attempt>> byRound = new HashMap<>();
        jdbc.sql("SELECT * FROM return_visit_attempt WHERE ticket = ? ORDER BY id")
                .param(ticket)
                .query((row, i) -> Map.entry(row.getInt("round"), attempt(row)))
                .list()
                .forEach(attempt -> byRound.computeIfAbsent(attempt.getKey(), round -> new ArrayList<>())
                        .add(attempt.getValue()));
        return byRound;
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                instant(row, "at"),
                row.getString("actor"),
                code(VisitMethod.class, row.getString("method")),
                row.getBoolean("reached"),
                row.getString("reason"),
                code(Satisfaction.class, row.getString("satisfaction")),
                row.getString("remark"));
    }

    private static Visit visit(ResultSet row, Map<Integer, List<Attempt>> attempts) throws SQLException {
        VisitRule rule = new VisitRule(
                row.getInt("rate"),
                row.getInt("amount"),
                WorkUnit.valueOf(row.getString("unit")),
                Visitor.valueOf(row.getString("visitor")),
                row.getBoolean("not_handler"),
                VisitMethod.valueOf(row.getString("method")),
                row.getBoolean("reopens"),
                row.getBoolean("after_rain"),
                row.getInt("attempts"));
        return new Visit(
                row.getString("ticket"),
                row.getInt("round"),
                Visit.Occasion.valueOf(row.getString("occasion")),
                row.getString("site"),
                row.getString("rated"),
                rule,
                row.getBoolean("drawn"),
                instant(row, "planned_at"),
                instant(row, "due_at"),
                row.getString("explanation"),
                instant(row, "next_attempt_at"),
                code(Visit.Outcome.class, row.getString("outcome")),
                instant(row, "ended_at"),
                attempts.getOrDefault(row.getInt("round"), List.of()));
    }

    @Override
    public void rate(String ticket, Satisfaction satisfaction, String by, Instant at) {
        takeRating(ticket);
        jdbc.sql("INSERT INTO resident_rating (ticket, at, actor, satisfaction) VALUES (?, ?, ?, ?)")
                .params(ticket, utc(at), by, satisfaction.name())
                .update();
    }

    @Override
    public Optional<Satisfaction> takeRating(String ticket) {
        Optional<Satisfaction> rating = jdbc.sql("SELECT satisfaction FROM resident_rating WHERE ticket = ?")
                .param(ticket)
                .query(String.class)
                .optional()
                .map(Satisfaction::valueOf);
        jdbc.sql("DELETE FROM resident_rating WHERE ticket = ?").param(ticket).update();
        return rating;
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static <E extends Enum<E>> E code(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
