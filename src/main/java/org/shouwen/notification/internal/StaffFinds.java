package org.shouwen.notification.internal;

import java.util.List;
import java.util.Optional;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Ticket;

/** What staff found and reported themselves (巡检, 员工报修): whoever did is no resident. */
record StaffFinds(Roster roster) {

    /** @return whether staff found it: about no home, or by somebody whom the roster knows */
    boolean has(Ticket ticket) {
        return ticket.facts().intake().channel() == Channel.STAFF
                && (ticket.facts().intake().home() == null || finder(ticket).isPresent());
    }

    /** @return code of who found it, as the roster knows him by name and, where it was given, by phone */
    Optional<String> finder(Ticket ticket) {
        Reporter reporter = ticket.facts().intake().reporter();
        if (ticket.facts().intake().channel() != Channel.STAFF || reporter == null) {
            return Optional.empty();
        }
        List<Staff> known = roster.allStaff().stream()
                .filter(staff -> staff.name().equals(reporter.name()))
                .filter(staff -> reporter.phone().isEmpty() || reporter.phone().equals(staff.phone()))
                .toList();
        return known.size() == 1 ? Optional.of(known.get(0).code()) : Optional.empty();
    }
}
