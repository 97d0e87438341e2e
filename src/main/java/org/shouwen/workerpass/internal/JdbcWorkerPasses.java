package org.shouwen.workerpass.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shouwen.ticket.Tickets;
import org.shouwen.workerpass.PassEvent;
import org.shouwen.workerpass.Worker;
import org.shouwen.workerpass.WorkerPass;
import org.shouwen.workerpass.WorkerPasses;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWorkerPasses implements WorkerPasses {

    private static final String PREFIX = "CR";

    private final JdbcClient jdbc;
    private final Tickets tickets;

    JdbcWorkerPasses(JdbcClient jdbc, Tickets tickets) {
        this.jdbc = jdbc;
        this.tickets = tickets;
    }

    @Override
    public String nextNumber(Instant at) {
        return tickets.nextNumber(PREFIX, at);
    }

    @Override
    public void add(WorkerPass pass) {
        jdbc.sql("""
                        INSERT INTO worker_pass (number, ticket, certificate, site, name, trade, phone, issue)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        pass.number(),
                        pass.ticket(),
                        pass.certificate(),
                        pass.site(),
                        pass.worker().name(),
                        pass.worker().trade(),
                        pass.worker().phone(),
                        pass.issue())
                .update();
    }

    @Override
    public void save(WorkerPass pass) {
        jdbc.sql("""
                        UPDATE worker_pass SET issue = ?, suspended_until = ?, suspended_for = ?, inside_since = ?,
                            returned_at = ?
                        WHERE number = ?
                        """)
                .params(Arrays.asList(
                        pass.issue(),
                        utc(pass.suspension().flatMap(WorkerPass.Suspension::until)),
                        pass.suspension().map(WorkerPass.Suspension::reason).orElse(null),
                        utc(pass.insideSince()),
                        utc(pass.returnedAt()),
                        pass.number()))
                .update();
    }

    @Override
    public Optional<WorkerPass> find(String number) {
        return jdbc.sql("SELECT * FROM worker_pass WHERE number = ?")
                .param(number)
                .query((row, i) -> pass(row))
                .optional();
    }

    @Override
    public WorkerPass hold(String number) {
        return jdbc.sql("SELECT * FROM worker_pass WHERE number = ? FOR UPDATE")
                .param(number)
                .query((row, i) -> pass(row))
                .optional()
                .orElseThrow(() -> WorkerPasses.notFound(number));
    }

    @Override
    public List<WorkerPass> ofTicket(String ticket) {
        return jdbc.sql("SELECT * FROM worker_pass WHERE ticket = ? ORDER BY number")
                .param(ticket)
                .query((row, i) -> pass(row))
                .list();
    }

    @Override
    public List<WorkerPass> inside(String site) {
        return jdbc.sql("""
                        SELECT * FROM worker_pass WHERE inside_since IS NOT NULL AND (:site = '' OR site = :site)
                        ORDER BY inside_since, number
                        """).param("site", site).query((row, i) -> pass(row)).list();
    }

    @Override
    public void note(PassEvent event) {
        jdbc.sql("INSERT INTO worker_pass_event (pass, issue, kind, at, by_staff, text) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        event.pass(),
                        event.issue(),
                        event.kind().name(),
                        event.at().atOffset(ZoneOffset.UTC),
                        event.by(),
                        event.text())
                .update();
    }

    @Override
    public List<PassEvent> history(String ticket) {
        return jdbc.sql("""
                        SELECT e.* FROM worker_pass_event e JOIN worker_pass p ON p.number = e.pass
                        WHERE p.ticket = ? ORDER BY e.id DESC
                        """).param(ticket).query((row, i) -> event(row)).list();
    }

    @Override
    public List<PassEvent> atTheGate(String site, Instant since, int most) {
        return jdbc.sql("""
                        SELECT e.* FROM worker_pass_event e JOIN worker_pass p ON p.number = e.pass
                        WHERE e.kind IN ('ENTERED', 'LEFT', 'TURNED_AWAY') AND e.at >= :since
                            AND (:site = '' OR p.site = :site)
                        ORDER BY e.id DESC LIMIT :most
                        """)
                .param("site", site)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, i) -> event(row))
                .list();
    }

    @Override
    public void forgetPassages(Instant before) {
        jdbc.sql("DELETE FROM worker_pass_event WHERE kind IN ('ENTERED', 'LEFT', 'TURNED_AWAY') AND at < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static WorkerPass pass(ResultSet row) throws SQLException {
        Optional<Instant> until = instant(row, "suspended_until");
        return new WorkerPass(
                row.getString("number"),
                row.getString("ticket"),
                row.getString("certificate"),
                row.getString("site"),
                new Worker(row.getString("name"), row.getString("trade"), row.getString("phone")),
                row.getInt("issue"),
                Optional.ofNullable(row.getString("suspended_for"))
                        .map(reason -> new WorkerPass.Suspension(until, reason)),
                instant(row, "inside_since"),
                instant(row, "returned_at"));
    }

    private static PassEvent event(ResultSet row) throws SQLException {
        return new PassEvent(
                row.getString("pass"),
                row.getInt("issue"),
                PassEvent.Kind.valueOf(row.getString("kind")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by_staff"),
                row.getString("text"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Optional<Instant> at) {
        return at.map(moment -> moment.atOffset(ZoneOffset.UTC)).orElse(null);
    }
}
