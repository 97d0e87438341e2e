package org.shouwen.incident;

import java.util.Locale;
import java.util.stream.Stream;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Ticket;

/**
 * Whoever reported more than once, for his flat and for the stairs, is still one person.
 *
 * @param known his phone, or else his address; the ticket's number where he gave neither: he may be anybody
 */
record Person(String known) {

    /** A person at one home or place: there his matter is one, however often he reported it. */
    record AtPlace(Person person, String location) {

        static AtPlace of(Ticket ticket) {
            return new AtPlace(Person.of(ticket), ticket.facts().location());
        }
    }

    static Person of(Ticket ticket) {
        Reporter reporter = ticket.facts().intake().reporter();
        return new Person(Stream.of(reporter.phone(), reporter.email())
                .filter(told -> told != null && !told.isBlank())
                .findFirst()
                .map(told -> told.toLowerCase(Locale.ROOT))
                .orElse(ticket.number()));
    }
}
