package org.shouwen.ticket;

import org.shouwen.estate.Phone;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;

/**
 * Who reads a resident's phone in full (D13): while the ticket is open its handler and its first responder, and the
 * customer-service supervisor always; everybody else sees it masked.
 */
public final class PhonePrivacy {

    private PhonePrivacy() {}

    /** @return a resident's, for whoever writes down what he calls about: in full for the desk of his own site */
    public static String atIntake(String phone, String site, Caller reader) {
        boolean desk = reader.isAny(Role.FRONT_DESK, Role.LEAD, Role.SUPERVISOR, Role.MANAGER) && reader.isOf(site);
        return desk ? phone : Phone.masked(phone);
    }

    public static String phone(Ticket ticket, Caller reader) {
        String phone = ticket.facts().intake().reporter().phone();
        boolean concerned = !ticket.status().isFinal()
                && (reader.code().equals(ticket.firstResponder())
                        || ticket.handler().filter(reader.code()::equals).isPresent());
        return concerned || reader.isAny(Role.SUPERVISOR, Role.MANAGER) ? phone : Phone.masked(phone);
    }
}
