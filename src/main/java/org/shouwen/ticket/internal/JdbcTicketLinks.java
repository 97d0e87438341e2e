package org.shouwen.ticket.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.TicketLinks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTicketLinks implements TicketLinks {

    private final JdbcClient jdbc;

    JdbcTicketLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Link link) {
        jdbc.sql("""
                        INSERT INTO ticket_link (ticket, other, relation, at, by_staff) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                .params(
                        link.ticket(),
                        link.other(),
                        link.relation().name(),
                        link.at().atOffset(ZoneOffset.UTC),
                        link.by())
                .update();
    }

    @Override
    public List<Link> of(String number) {
        return jdbc.sql("SELECT * FROM ticket_link WHERE ticket = ? OR other = ? ORDER BY at, ticket, other")
                .params(number, number)
                .query((row, i) -> new Link(
                        row.getString("ticket"),
                        row.getString("other"),
                        Relation.valueOf(row.getString("relation")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("by_staff")))
                .list();
    }

    @Override
    public List<String> repeats(Intake told, Instant since) {
        return jdbc.sql("""
                        SELECT number FROM ticket
                        WHERE (reporter_phone = :phone OR home = :home) AND kind = :kind AND category = :category
                            AND opened_at >= :since AND status <> :withdrawn
                        ORDER BY id DESC
                        """)
                .param("phone", told.reporter().phone())
                .param("home", told.home())
                .param("kind", told.kind())
                .param("category", told.category())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("withdrawn", Status.WITHDRAWN.name())
                .query(String.class)
                .list();
    }
}
