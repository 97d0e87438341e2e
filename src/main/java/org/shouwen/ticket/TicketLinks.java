package org.shouwen.ticket;

import java.time.Instant;
import java.util.List;

/** How tickets hang together. */
public interface TicketLinks {

    /** What one ticket is to another. */
    enum Relation {
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
    record Link(String ticket, String other, Relation relation, Instant at, String by) {

        /** @return the ticket at the other end */
        public String from(String number) {
            return ticket.equals(number) ? other : ticket;
        }

        /** @return what people read on that ticket, before the number at the other end */
        public String labelOn(String number) {
            return ticket.equals(number) ? relation.label() : relation.reverse();
        }
    }

    /** Keeps a link; where there is the same one already nothing changes. */
    void add(Link link);

    /** @return links from and to the ticket, oldest first */
    List<Link> of(String number);

    /**
     * @return numbers of the tickets of the same kind and category that the same household or phone told since then and did
     *     not withdraw, newest first
     */
    List<String> repeats(Intake told, Instant since);
}
