package org.shouwen.ticket.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;

/** The promises of the tickets: one row for each cycle of a clock. */
@Component
record ClockTable(Sql sql) {

    private static final Columns<Deadline> CLOCK =
            Columns.of(Deadline.class).named("due", "due_at").named("course.left", "left_seconds");

    private static final String PREFIX = "clock_";

    /** What is selected of a ticket's current clocks beside the ticket {@code t}, and {@link #JOIN}ed with it. */
    static final String JOINED = CLOCK.selected("c", PREFIX);

    static final String JOIN = " LEFT JOIN ticket_clock c ON c.ticket_id = t.id AND c.replaced IS NULL";

    private static final Columns<Deadline> BESIDE = CLOCK.prefixed(PREFIX);

    /** @return the clock beside the ticket; empty where it has none */
    static Optional<Deadline> joined(ResultSet row, int number) throws SQLException {
        return row.getString(PREFIX + "clock") == null ? Optional.empty() : Optional.of(BESIDE.mapRow(row, number));
    }

    /** One statement for all clocks of a new ticket. */
    void insert(long ticket, List<Deadline> deadlines) {
        sql.insert(
                "ticket_clock",
                deadlines.stream()
                        .map(deadline -> CLOCK.values(deadline, "ticket_id", ticket))
                        .toList());
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
        int changed = sql.update(
                "ticket_clock",
                CLOCK.values(deadline),
                " WHERE ticket_id = ? AND clock = ? AND cycle = ?",
                ticket,
                deadline.clock(),
                deadline.cycle());
        if (changed == 0) {
            insert(ticket, List.of(deadline));
        }
    }

    /** @return the current promises by the ticket's id */
    Map<Long, List<Deadline>> current(List<Long> tickets) {
        return sql
                .list(
                        (row, i) -> Map.entry(row.getLong("ticket_id"), CLOCK.mapRow(row, i)),
                        "SELECT * FROM ticket_clock WHERE ticket_id IN (?) AND replaced IS NULL",
                        tickets)
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    List<Deadline> past(String number) {
        return sql.list(CLOCK, """
                SELECT c.* FROM ticket_clock c JOIN ticket t ON t.id = c.ticket_id
                WHERE t.number = ? AND c.replaced IS NOT NULL ORDER BY c.clock, c.cycle
                """, number);
    }

    /** @param site null or empty: all sites */
    List<String> running(String site) {
        String only = site == null ? "" : site;
        return sql.list(String.class, """
                SELECT t.number FROM ticket t
                WHERE t.is_open = TRUE AND (? = '' OR t.site = ?) AND EXISTS (
                    SELECT 1 FROM ticket_clock c WHERE c.ticket_id = t.id AND c.stopped_at IS NULL
                        AND c.replaced IS NULL AND c.paused_at IS NULL)
                ORDER BY t.id
                """, only, only);
    }
}
