package org.shouwen.ticket;

import java.time.Instant;
import java.util.List;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Repository;

/** How tickets hang together. */
@Repository
public class TicketLinks {

    /** What one ticket is to another. */
    public enum Relation {
        /** It was turned into the other. */
        CONVERTED("转为", "由此转来"),
        /** It is settled with the other, which is an incident's. */
        FOLLOWS("随事件办理", "随本单办理"),
        /** It says once more what the other said. */
        REPEATS("同一事项，此前", "同一事项，此后");

        private final String label;
        private final String reverse;

        Relation(String label, String reverse) {
            this.label = label;
            this.reverse = reverse;
        }

        /** @return what people read on the ticket, before the other's number */
        public String label() {
            return label;
        }

        /** @return what people read on the other ticket, before the ticket's number */
        public String reverse() {
            return reverse;
        }
    }

    /** Read from {@code ticket} to {@code other}. */
    public record Link(String ticket, String other, Relation relation, Instant at, String by) {

        /** @return the ticket at the other end */
        public String from(String number) {
            return ticket.equals(number) ? other : ticket;
        }

        /** @return what people read on that ticket, before the number at the other end */
        public String labelOn(String number) {
            return ticket.equals(number) ? relation.label() : relation.reverse();
        }
    }

    private static final Columns<Link> LINK = Columns.of(Link.class).named("by", "by_staff");

    private final Sql sql;

    TicketLinks(Sql sql) {
        this.sql = sql;
    }

    /** Keeps a link; where there is the same one already nothing changes. */
    public void add(Link link) {
        sql.insertOnce("ticket_link", LINK.values(link));
    }

    /** @return links from and to the ticket, oldest first */
    public List<Link> of(String number) {
        return sql.once()
                .list(
                        LINK,
                        "SELECT * FROM ticket_link WHERE ticket = ? OR other = ? ORDER BY at, ticket, other",
                        number,
                        number);
    }

    /**
     * @return numbers of the tickets of the same kind and category that the same household or phone told since then and did
     *     not withdraw, newest first
     */
    public List<String> repeats(Intake told, Instant since) {
        return sql.list(
                String.class,
                """
                SELECT number FROM ticket
                WHERE (reporter_phone = ? AND reporter_phone <> '' OR home = ?) AND kind = ? AND category = ? AND opened_at >= ? AND status <> ?
                ORDER BY id DESC
                """,
                told.reporter().phone(),
                told.home(),
                told.kind(),
                told.category(),
                since,
                Status.WITHDRAWN);
    }
}
