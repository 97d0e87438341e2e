package org.shouwen.ticket.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Details;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Pause;
import org.shouwen.ticket.PauseReason;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Slot;
import org.shouwen.ticket.State;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/** Between a ticket and its row. */
final class TicketRows {

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    private TicketRows() {}

    /** What the tables hold of a ticket; {@link #map} leaves the clocks to whoever reads them. */
    record Row(long id, Facts facts, State state) {

        Row with(List<Deadline> clocks) {
            List<Deadline> inOrder = clocks.stream()
                    .sorted(Comparator.comparing(Deadline::clock))
                    .toList();
            return new Row(
                    id,
                    facts,
                    new State(
                            state.status(), state.handler(), state.counts(), state.pause(), state.version(), inOrder));
        }

        Ticket ticket() {
            return new Ticket(facts, state);
        }
    }

    static Row map(ResultSet row, int i) throws SQLException {
        Instant from = instant(row, "slot_from");
        Intake intake = new Intake(
                row.getString("kind"),
                row.getString("category"),
                row.getString("home"),
                row.getString("place"),
                null,
                new Reporter(
                        row.getString("reporter_name"),
                        row.getString("reporter_phone"),
                        row.getString("reporter_email")),
                Channel.valueOf(row.getString("channel")),
                row.getString("description"),
                Danger.valueOf(row.getString("danger")),
                Scope.valueOf(row.getString("scope")),
                row.getBoolean("utility_out"),
                from == null ? null : new Slot(from, instant(row, "slot_to")),
                Details.NONE,
                row.getString("recused"));
        Facts facts = new Facts(
                row.getString("number"),
                intake,
                row.getString("category_label"),
                Area.valueOf(row.getString("area")),
                row.getString("site"),
                row.getString("location"),
                Priority.valueOf(row.getString("priority")),
                row.getBoolean("urgent"),
                row.getString("report_to"),
                row.getString("first_responder"),
                row.getString("post"),
                instant(row, "opened_at"));
        String waiting = row.getString("pause_reason");
        State state = new State(
                Status.valueOf(row.getString("status")),
                row.getString("handler"),
                new State.Counts(
                        row.getInt("returns"), row.getInt("urges"), row.getInt("transfers"), row.getInt("reopens")),
                waiting == null
                        ? null
                        : new Pause(
                                PauseReason.valueOf(waiting),
                                row.getString("pause_reference"),
                                instant(row, "pause_until"),
                                instant(row, "paused_at")),
                row.getInt("version"),
                List.of());
        return new Row(row.getLong("id"), facts, state);
    }

    static Deadline clock(ResultSet row) throws SQLException {
        long left = row.getLong("left_seconds");
        Duration leftOver = row.wasNull() ? null : Duration.ofSeconds(left);
        return new Deadline(
                ClockKind.valueOf(row.getString("clock")),
                row.getInt("cycle"),
                row.getInt("amount"),
                row.getString("unit"),
                row.getString("source"),
                instant(row, "started_at"),
                instant(row, "due_at"),
                row.getString("explanation"),
                instant(row, "stopped_at"),
                new Deadline.Course(
                        instant(row, "paused_at"),
                        instant(row, "resumed_at"),
                        leftOver,
                        row.getBoolean("promised"),
                        row.getBoolean("watched"),
                        row.getString("replaced")));
    }

    /** @return the new row's id */
    static long insert(JdbcClient jdbc, Ticket ticket, List<Tickets.Decision> decisions) {
        Facts facts = ticket.facts();
        Intake intake = facts.intake();
        KeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO ticket (id, number, kind, category, category_label, area, site, home, place, location,
                            reporter_name, reporter_phone, reporter_email, channel, description, danger, scope,
                            utility_out, slot_from, slot_to, priority, urgent, report_to, first_responder, post,
                            opened_at, recused, status, is_open, returns, urges, next_due, decisions, version)
                        VALUES (nextval('ticket_id'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                            ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, 0)
                        """)
                .params(
                        facts.number(),
                        intake.kind(),
                        intake.category(),
                        facts.categoryLabel(),
                        facts.area().name(),
                        facts.site(),
                        intake.home(),
                        intake.place(),
                        facts.location(),
                        intake.reporter().name(),
                        intake.reporter().phone(),
                        intake.reporter().email(),
                        intake.channel().name(),
                        intake.description(),
                        intake.danger().name(),
                        intake.scope().name(),
                        intake.utilityOut(),
                        intake.appointment() == null
                                ? null
                                : utc(intake.appointment().from()),
                        intake.appointment() == null
                                ? null
                                : utc(intake.appointment().to()),
                        facts.priority().name(),
                        facts.urgent(),
                        facts.reportTo(),
                        facts.firstResponder(),
                        facts.post(),
                        utc(facts.openedAt()),
                        facts.recused(),
                        ticket.status().name(),
                        !ticket.status().isFinal(),
                        ticket.nextDue().map(TicketRows::utc).orElse(null),
                        json(decisions))
                .update(id, "id");
        return id.getKeyAs(Long.class);
    }

    /** @return null where nothing was decided */
    static String json(List<Tickets.Decision> decisions) {
        return decisions.isEmpty() ? null : written(decisions);
    }

    static String json(Map<String, String> facts) {
        return facts.isEmpty() ? null : written(facts);
    }

    private static String written(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is kept is text, numbers and booleans", e);
        }
    }

    static Map<String, String> facts(String json) {
        try {
            return json == null ? Map.of() : JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts of an event are written by us", e);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
