package org.shouwen.ticket.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Tickets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The promises of the tickets: one row for each cycle of a clock. */
@Component
class ClockTable {

    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;

    ClockTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One statement for all clocks of a new ticket. */
    void insert(long ticket, List<Deadline> deadlines) {
        if (!deadlines.isEmpty()) {
            jdbc.sql("""
                            INSERT INTO ticket_clock (amount, unit, source, started_at, due_at, explanation, stopped_at,
                                paused_at, resumed_at, left_seconds, promised, watched, replaced, ticket_id, clock, cycle)
                            VALUES\s""" + String.join(", ", Collections.nCopies(deadlines.size(), ROW)))
                    .params(deadlines.stream()
                            .flatMap(deadline -> columns(ticket, deadline, deadline.course()).stream())
                            .toList())
                    .update();
        }
    }

    /**
     * @param replaced cycles whose place a later one took, in order
     * @param changes how the current cycles differ from what was read
     */
    void save(long ticket, List<Deadline> replaced, List<Tickets.Change> changes) {
        replaced.forEach(deadline -> insertOrUpdate(ticket, deadline));
        changes.forEach(change -> insertOrUpdate(ticket, change.after()));
    }

    private void insertOrUpdate(long ticket, Deadline deadline) {
        int changed = jdbc.sql("""
                        UPDATE ticket_clock SET amount = ?, unit = ?, source = ?, started_at = ?, due_at = ?,
                            explanation = ?, stopped_at = ?, paused_at = ?, resumed_at = ?, left_seconds = ?,
                            promised = ?, watched = ?, replaced = ?
                        WHERE ticket_id = ? AND clock = ? AND cycle = ?
                        """)
                .params(columns(ticket, deadline, deadline.course()))
                .update();
        if (changed == 0) {
            insert(ticket, List.of(deadline));
        }
    }

    private static List<Object> columns(long ticket, Deadline deadline, Deadline.Course course) {
        return Arrays.asList(
                deadline.amount(),
                deadline.unit(),
                deadline.source(),
                utc(deadline.startedAt()),
                utc(deadline.due()),
                deadline.explanation(),
                utc(deadline.stoppedAt()),
                utc(course.pausedAt()),
                utc(course.resumedAt()),
                course.left() == null ? null : course.left().toSeconds(),
                course.promised(),
                course.watched(),
                course.replaced(),
                ticket,
                deadline.clock().name(),
                deadline.cycle());
    }

    /** @return the current promises by the ticket's id */
    Map<Long, List<Deadline>> current(List<Long> tickets) {
        return jdbc
                .sql("SELECT * FROM ticket_clock WHERE ticket_id IN (:ids) AND replaced IS NULL")
                .param("ids", tickets)
                .query((row, i) -> Map.entry(row.getLong("ticket_id"), TicketRows.clock(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    List<Deadline> past(String number) {
        return jdbc.sql("""
                        SELECT c.* FROM ticket_clock c JOIN ticket t ON t.id = c.ticket_id
                        WHERE t.number = ? AND c.replaced IS NOT NULL ORDER BY c.clock, c.cycle
                        """)
                .param(number)
                .query((row, i) -> TicketRows.clock(row))
                .list();
    }

    List<String> running(String site) {
        return jdbc.sql("""
                        SELECT t.number FROM ticket t
                        WHERE t.is_open = TRUE AND (:site = '' OR t.site = :site) AND EXISTS (
                            SELECT 1 FROM ticket_clock c WHERE c.ticket_id = t.id AND c.stopped_at IS NULL
                                AND c.replaced IS NULL AND c.paused_at IS NULL)
                        ORDER BY t.id
                        """)
                .param("site", site == null ? "" : site)
                .query(String.class)
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
