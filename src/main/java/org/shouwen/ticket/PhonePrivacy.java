package org.shouwen.ticket;

import org.shouwen.estate.Email;
import org.shouwen.estate.Phone;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;

/**
 * Who reads a resident's phone and e-mail in full (D13): while the ticket is open its handler and its first responder, and the
 * customer-service supervisor always; everybody else sees it masked.
 */
public final class PhonePrivacy {

    private PhonePrivacy() {}

    /** @return a number that comes with a matter of the site: in full for the desk of that site */
    public static String atDesk(String phone, String site, Caller reader) {
        return isDesk(site, reader) ? phone : Phone.masked(phone);
    }

    /** @return an address, or null, in the same way; it is written to all the same */
    public static String emailAtDesk(String email, String site, Caller reader) {
        return email == null || isDesk(site, reader) ? email : Email.masked(email);
    }

    private static boolean isDesk(String site, Caller reader) {
        return reader.isAny(Role.FRONT_DESK, Role.LEAD, Role.SUPERVISOR, Role.MANAGER) && reader.isOf(site);
    }

    public static String phone(Ticket ticket, Caller reader) {
        String phone = ticket.facts().intake().reporter().phone();
        return reads(ticket, reader) ? phone : Phone.masked(phone);
    }

    /** @return the address, or null, for whom the phone is there in full; for everybody else masked */
    public static String email(Ticket ticket, Caller reader) {
        String email = ticket.facts().intake().reporter().email();
        return email == null || reads(ticket, reader) ? email : Email.masked(email);
    }

    /** @return what was answered to a question of intake, in the same way: whoever is named in it is no less private */
    static String within(String answer, Ticket ticket, Caller reader) {
        return reads(ticket, reader) ? answer : Email.maskedWithin(Phone.maskedWithin(answer));
    }

    private static boolean reads(Ticket ticket, Caller reader) {
        boolean concerned = !ticket.status().isFinal()
                && (reader.code().equals(ticket.firstResponder())
                        || ticket.handler().filter(reader.code()::equals).isPresent());
        return concerned || reader.isAny(Role.SUPERVISOR, Role.MANAGER);
    }
}
