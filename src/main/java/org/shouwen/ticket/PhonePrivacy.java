package org.shouwen.ticket;

import java.util.Set;
import org.shouwen.estate.Phone;

/**
 * Who reads a resident's phone in full (D13): while the ticket is open its handler and its first responder, and the
 * customer-service supervisor always; everybody else sees it masked.
 */
public final class PhonePrivacy {

    private static final Set<String> ALWAYS = Set.of("ROLE_SUPERVISOR", "ROLE_MANAGER");

    private PhonePrivacy() {}

    /** @param authorities the reader's roles as Spring Security names them */
    public static String phone(Ticket ticket, String reader, Set<String> authorities) {
        String phone = ticket.facts().intake().reporter().phone();
        boolean concerned = !ticket.status().isFinal()
                && (reader.equals(ticket.firstResponder())
                        || ticket.handler().filter(reader::equals).isPresent());
        return concerned || authorities.stream().anyMatch(ALWAYS::contains) ? phone : Phone.masked(phone);
    }
}
