package org.shouwen.timelimit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.shouwen.ticket.Concern;
import org.shouwen.ticket.Ticket;
import org.springframework.stereotype.Repository;

/**
 * What was warned of and supervised, in our own tables. A ticket concerns whoever was asked about it, as long as he has not
 * answered or it goes on.
 */
@Repository
public class Escalations implements Concern {

    private static final Columns<Escalation> ESCALATION = Columns.of(Escalation.class)
            .named("due", "due_at")
            .named("answer.by", "acknowledged_by")
            .named("answer.at", "acknowledged_at")
            .with("asked", List.of());

    private static final Columns<Escalation.Asked> ASKED =
            Columns.of(Escalation.Asked.class).named("at", "asked_at");

    /** Promises that a post broke in some time. */
    private static final String BROKEN = """
             FROM escalation
            WHERE post = ? AND level = 1 AND at >= ? AND at < ? AND cause IN ('RESPOND', 'ARRIVE', 'FINISH')""";

    private final Sql sql;

    Escalations(Sql sql) {
        this.sql = sql;
    }

    /**
     * Records a level, once.
     *
     * @param late code of who was late, or null
     * @param due the broken promise, or null
     * @return it as it is kept; empty where this cause, cycle and level was recorded before
     */
    public Optional<Escalation> add(
            Ticket ticket, Escalation.Cause cause, int cycle, int level, String late, Instant due, Instant at) {
        var escalation = new Escalation(
                0, ticket.number(), cause, cycle, level, ticket.facts().post(), late, due, at, List.of(), null);
        return sql.insertOnceForId("escalation", ESCALATION.values(escalation, "id", new Sql.Next("escalation_id")))
                .map(escalation::kept);
    }

    /** @return whether the level was recorded */
    public boolean has(String ticket, Escalation.Cause cause, int cycle, int level) {
        return sql.once()
                .list(
                        Integer.class,
                        "SELECT level FROM escalation WHERE ticket = ? AND cause = ? AND cycle = ?",
                        ticket,
                        cause,
                        cycle)
                .contains(level);
    }

    /** @return codes of those whom any level of this ladder asked */
    public Set<String> askedOnLadder(String ticket, Escalation.Cause cause, int cycle) {
        return Set.copyOf(sql.once().list(String.class, """
                SELECT DISTINCT p.person FROM escalation_person p JOIN escalation e ON e.id = p.escalation
                WHERE e.ticket = ? AND e.cause = ? AND e.cycle = ?
                """, ticket, cause, cycle));
    }

    /** @return how often the cause came up */
    public int cycles(String ticket, Escalation.Cause cause) {
        return sql.count("SELECT COUNT(DISTINCT cycle) FROM escalation WHERE ticket = ? AND cause = ?", ticket, cause);
    }

    public void ask(long id, String person, Instant at) {
        sql.update("""
                INSERT INTO escalation_person (escalation, position, person, asked_at)
                VALUES (?, (SELECT COUNT(*) FROM escalation_person WHERE escalation = ?), ?, ?)
                """, id, id, person, at);
    }

    public void answer(long id, Escalation.Answer answer) {
        sql.update(
                """
                UPDATE escalation SET acknowledged_at = ?, acknowledged_by = ?, decision = ?, staff = ?, reason = ?,
                    remark = ?
                WHERE id = ?
                """, answer.at(), answer.by(), answer.decision(), answer.staff(), answer.reason(), answer.remark(), id);
    }

    /** Nobody has to acknowledge it any more. */
    public void end(long id, Instant at) {
        sql.update("UPDATE escalation SET cancelled_at = ? WHERE id = ?", at, id);
    }

    /** @return supervisions of a ticket that nobody acknowledged yet, oldest first */
    public List<Escalation> openOf(String number) {
        return where(
                "ticket = ? AND acknowledged_at IS NULL AND cancelled_at IS NULL AND level > 0 ORDER BY at, id",
                number);
    }

    public Escalation get(long id) {
        return where("id = ?", id).get(0);
    }

    @Override
    public boolean concerns(String number, String person) {
        return sql.count("""
                        SELECT COUNT(*) FROM escalation e
                            JOIN escalation_person p ON p.escalation = e.id JOIN ticket t ON t.number = e.ticket
                        WHERE e.ticket = ? AND p.person = ? AND e.cancelled_at IS NULL
                            AND (e.acknowledged_at IS NULL OR t.is_open)
                        """, number, person) > 0;
    }

    /** @return everything of a ticket, oldest first */
    public List<Escalation> ofTicket(String number) {
        return where("ticket = ? ORDER BY at, id", number);
    }

    /** @return supervisions that nobody acknowledged yet, oldest first; at most {@code most} */
    public List<Escalation> open(int most) {
        return where("acknowledged_at IS NULL AND cancelled_at IS NULL AND level > 0 ORDER BY at, id LIMIT ?", most);
    }

    /** @return the first levels of the promises that a post broke in that time, oldest first */
    public List<Escalation> brokenOf(String post, Instant from, Instant to) {
        return sql.list(ESCALATION, "SELECT *" + BROKEN + " ORDER BY at, id", post, from, to);
    }

    /** @return how many those are; {@code most} where they are more */
    int broken(String post, Instant from, Instant to, int most) {
        return sql.count("SELECT COUNT(*) FROM (SELECT id" + BROKEN + " LIMIT ?) broken", post, from, to, most);
    }

    private List<Escalation> where(String condition, Object param) {
        List<Escalation> bare = sql.once().list(ESCALATION, "SELECT * FROM escalation WHERE " + condition, param);
        if (bare.isEmpty()) {
            return bare;
        }
        Map<Long, List<Escalation.Asked>> asked = sql
                .once()
                .list(
                        (row, i) -> Map.entry(row.getLong("escalation"), ASKED.mapRow(row, i)),
                        """
                        SELECT escalation, person, asked_at FROM escalation_person
                        WHERE escalation IN (?) ORDER BY escalation, position
                        """,
                        bare.stream().map(Escalation::id).toList())
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return bare.stream()
                .map(escalation -> escalation.with(asked.getOrDefault(escalation.id(), List.of())))
                .toList();
    }
}
