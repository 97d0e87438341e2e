package org.shouwen.workerpass;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.problem.Refusal;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Repository;

/** All passes, with what happened to them. */
@Repository
public class WorkerPasses {

    private static final String PREFIX = "CR";

    private static final Columns<WorkerPass> PASS = Columns.of(WorkerPass.class)
            .named("suspension.until", "suspended_until")
            .named("suspension.reason", "suspended_for");

    private static final Columns<PassEvent> EVENT = Columns.of(PassEvent.class).named("by", "by_staff");

    private final Sql sql;
    private final Tickets tickets;

    WorkerPasses(Sql sql, Tickets tickets) {
        this.sql = sql;
        this.tickets = tickets;
    }

    /** @return the next number, {@code CR-26-000001} */
    public String nextNumber(Instant at) {
        return tickets.nextNumber(PREFIX, at);
    }

    public void add(WorkerPass pass) {
        sql.insert("worker_pass", PASS.values(pass));
    }

    public void save(WorkerPass pass) {
        sql.update(
                """
                UPDATE worker_pass SET issue = ?, suspended_until = ?, suspended_for = ?, inside_since = ?,
                    returned_at = ?
                WHERE number = ?
                """,
                pass.issue(),
                pass.suspension().flatMap(WorkerPass.Suspension::until),
                pass.suspension().map(WorkerPass.Suspension::reason),
                pass.insideSince(),
                pass.returnedAt(),
                pass.number());
    }

    public Optional<WorkerPass> find(String number) {
        return sql.find(PASS, "SELECT * FROM worker_pass WHERE number = ?", number);
    }

    /** Reads a pass that nobody else changes until the running transaction ends. */
    public WorkerPass hold(String number) {
        return sql.find(PASS, "SELECT * FROM worker_pass WHERE number = ? FOR UPDATE", number)
                .orElseThrow(() -> notFound(number));
    }

    /** @return by number */
    public List<WorkerPass> ofTicket(String ticket) {
        return sql.list(PASS, "SELECT * FROM worker_pass WHERE ticket = ? ORDER BY number", ticket);
    }

    /** @return passes whose holders are inside, who came first first; site empty: of all sites */
    public List<WorkerPass> inside(String site) {
        return sql.list(PASS, """
                SELECT * FROM worker_pass WHERE inside_since IS NOT NULL AND (? = '' OR site = ?)
                ORDER BY inside_since, number
                """, site, site);
    }

    /** Appends a line to a pass's history. */
    public void note(PassEvent event) {
        sql.insert("worker_pass_event", EVENT.values(event));
    }

    /** @return newest first */
    public List<PassEvent> history(String ticket) {
        return sql.list(EVENT, """
                SELECT e.* FROM worker_pass_event e JOIN worker_pass p ON p.number = e.pass
                WHERE p.ticket = ? ORDER BY e.id DESC
                """, ticket);
    }

    /** @return what happened at the gate of a site, newest first; site empty: of all sites */
    public List<PassEvent> atTheGate(String site, Instant since, int most) {
        return sql.list(EVENT, """
                SELECT e.* FROM worker_pass_event e JOIN worker_pass p ON p.number = e.pass
                WHERE e.kind IN ('ENTERED', 'LEFT', 'TURNED_AWAY') AND e.at >= ? AND (? = '' OR p.site = ?)
                ORDER BY e.id DESC LIMIT ?
                """, since, site, site, most);
    }

    /** Forgets who went in and out, and who was turned away, before that moment (D13); what became of the passes stays. */
    public void forgetPassages(Instant before) {
        sql.update("DELETE FROM worker_pass_event WHERE kind IN ('ENTERED', 'LEFT', 'TURNED_AWAY') AND at < ?", before);
    }

    /** @return what whoever asks for a pass that is not there is told */
    public static Refusal notFound(String number) {
        return Refusal.notFound("pass-not-found", "没有编号为 " + number + " 的出入证");
    }
}
