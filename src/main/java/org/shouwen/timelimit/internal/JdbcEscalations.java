package org.shouwen.timelimit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.shouwen.ticket.Ticket;
import org.shouwen.timelimit.Escalation;
import org.shouwen.timelimit.Escalation.Cause;
import org.shouwen.timelimit.Escalations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEscalations implements Escalations {

    private final JdbcClient jdbc;

    JdbcEscalations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public OptionalLong add(Ticket ticket, Cause cause, int cycle, int level, String late, Instant due, Instant at) {
        long id = jdbc.sql("SELECT nextval('escalation_id')").query(Long.class).single();
        int added = jdbc.sql("""
                        INSERT INTO escalation (id, ticket, cause, cycle, level, post, late, due_at, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                .params(
                        id,
                        ticket.number(),
                        cause.name(),
                        cycle,
                        level,
                        ticket.facts().post(),
                        late,
                        utc(due),
                        utc(at))
                .update();
        return added == 0 ? OptionalLong.empty() : OptionalLong.of(id);
    }

    @Override
    public boolean has(String ticket, Cause cause, int cycle, int level) {
        return jdbc.sql("SELECT COUNT(*) FROM escalation WHERE ticket = ? AND cause = ? AND cycle = ? AND level = ?")
                        .params(ticket, cause.name(), cycle, level)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public int cycles(String ticket, Cause cause) {
        return jdbc.sql("SELECT COUNT(DISTINCT cycle) FROM escalation WHERE ticket = ? AND cause = ?")
                .params(ticket, cause.name())
                .query(Integer.class)
                .single();
    }

    @Override
    public void ask(long id, String person, Instant at) {
        jdbc.sql("""
                        INSERT INTO escalation_person (escalation, position, person, asked_at)
                        VALUES (?, (SELECT COUNT(*) FROM escalation_person WHERE escalation = ?), ?, ?)
                        """).params(id, id, person, utc(at)).update();
    }

    @Override
    public void answer(long id, Escalation.Answer answer) {
        jdbc.sql("""
                        UPDATE escalation SET acknowledged_at = ?, acknowledged_by = ?, decision = ?, staff = ?,
                            reason = ?, remark = ?
                        WHERE id = ?
                        """)
                .params(
                        utc(answer.at()),
                        answer.by(),
                        answer.decision().name(),
                        answer.staff(),
                        answer.reason(),
                        answer.remark(),
                        id)
                .update();
    }

    @Override
    public boolean cancel(String ticket, Instant at) {
        return jdbc.sql(
                                "UPDATE escalation SET cancelled_at = ? WHERE ticket = ? AND acknowledged_at IS NULL AND level > 0")
                        .params(utc(at), ticket)
                        .update()
                > 0;
    }

    @Override
    public Escalation get(long id) {
        return where("id = ?", id).get(0);
    }

    @Override
    public boolean concerns(String number, String person) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM escalation e
                            JOIN escalation_person p ON p.escalation = e.id JOIN ticket t ON t.number = e.ticket
                        WHERE e.ticket = ? AND p.person = ? AND e.cancelled_at IS NULL
                            AND (e.acknowledged_at IS NULL OR t.is_open)
                        """).params(number, person).query(Integer.class).single() > 0;
    }

    @Override
    public List<Escalation> ofTicket(String number) {
        return where("ticket = ? ORDER BY at, id", number);
    }

    @Override
    public List<Escalation> open(int most) {
        return where("acknowledged_at IS NULL AND cancelled_at IS NULL AND level > 0 ORDER BY at, id LIMIT ?", most);
    }

    @Override
    public Map<String, Integer> brokenByPost(Instant from, Instant to) {
        return jdbc
                .sql("""
                        SELECT post, COUNT(*) AS broken FROM escalation
                        WHERE level = 1 AND at >= ? AND at < ? AND cause IN ('RESPOND', 'ARRIVE', 'FINISH')
                        GROUP BY post
                        """)
                .params(utc(from), utc(to))
                .query((row, i) -> Map.entry(row.getString("post"), row.getInt("broken")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Escalation> where(String condition, Object param) {
        List<Escalation> bare = jdbc.sql("SELECT * FROM escalation WHERE " + condition)
                .param(param)
                .query(JdbcEscalations::bare)
                .list();
        if (bare.isEmpty()) {
            return bare;
        }
        Map<Long, List<Escalation.Asked>> asked = jdbc
                .sql("""
                        SELECT escalation, person, asked_at FROM escalation_person
                        WHERE escalation IN (:ids) ORDER BY escalation, position
                        """)
                .param("ids", bare.stream().map(Escalation::id).toList())
                .query((row, i) -> Map.entry(
                        row.getLong("escalation"),
                        new Escalation.Asked(row.getString("person"), instant(row, "asked_at"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return bare.stream()
                .map(escalation -> escalation.with(asked.getOrDefault(escalation.id(), List.of())))
                .toList();
    }

    private static Escalation bare(ResultSet row, int i) throws SQLException {
        Instant answeredAt = instant(row, "acknowledged_at");
        return new Escalation(
                row.getLong("id"),
                row.getString("ticket"),
                Cause.valueOf(row.getString("cause")),
                row.getInt("cycle"),
                row.getInt("level"),
                row.getString("post"),
                row.getString("late"),
                instant(row, "due_at"),
                instant(row, "at"),
                List.of(),
                answeredAt == null
                        ? null
                        : new Escalation.Answer(
                                row.getString("acknowledged_by"),
                                answeredAt,
                                Escalation.Decision.valueOf(row.getString("decision")),
                                row.getString("staff"),
                                row.getString("reason"),
                                row.getString("remark")));
    }

    private static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
