package org.shouwen.ticket;

import java.util.Set;
import org.shouwen.problem.Refusal;

/**
 * Who reads a ticket: everybody but the person whom it is about. Who may change what it is, when it is due at home and who
 * does it: those who work on it, the desk and the leads.
 */
public final class TicketRights {

    private static final Set<String> OFFICE = Set.of("ROLE_FRONT_DESK", "ROLE_LEAD", "ROLE_SUPERVISOR", "ROLE_MANAGER");

    private TicketRights() {}

    /** @return false: the matter is about that person (回避) */
    public static boolean mayRead(Ticket ticket, String person) {
        return !person.equals(ticket.facts().recused());
    }

    /** @throws Refusal as where there is no such ticket: that there is one is already too much */
    public static void mustRead(Ticket ticket, String person) {
        if (!mayRead(ticket, person)) {
            throw Tickets.notFound(ticket.number());
        }
    }

    /** @param authorities the person's roles as Spring Security names them */
    public static boolean mayChange(Ticket ticket, String person, Set<String> authorities) {
        return mayRead(ticket, person)
                && (person.equals(ticket.firstResponder())
                        || ticket.handler().filter(person::equals).isPresent()
                        || authorities.stream().anyMatch(OFFICE::contains));
    }

    /** @throws Refusal where the person may not */
    public static void mustChange(Ticket ticket, String person, Set<String> authorities, String verb) {
        mustRead(ticket, person);
        if (!mayChange(ticket, person, authorities)) {
            throw Refusal.notAllowed(
                    "ticket-not-yours", "工单 " + ticket.number() + " 不归您办，不能" + verb + "；请找经办人、首问责任人或前台");
        }
    }
}
