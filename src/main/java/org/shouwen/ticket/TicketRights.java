package org.shouwen.ticket;

import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;

/**
 * Whom a ticket is about is kept out of it (回避), whatever else he may. Who sees it: {@link Sight}; who may change what it is:
 * those who work on it, the desk and the leads.
 */
public final class TicketRights {

    private TicketRights() {}

    /** @return false: the matter is about that person */
    public static boolean mayRead(Ticket ticket, String person) {
        return !person.equals(ticket.facts().recused());
    }

    public static boolean mayChange(Ticket ticket, Caller caller) {
        return caller.code().equals(ticket.firstResponder())
                || ticket.handler().filter(caller.code()::equals).isPresent()
                || caller.isAny(Role.FRONT_DESK, Role.LEAD, Role.SUPERVISOR, Role.MANAGER)
                        && caller.isOf(ticket.facts().site());
    }

    /** @throws Refusal where the person may not */
    public static void mustChange(Ticket ticket, Caller caller, String verb) {
        if (!mayChange(ticket, caller)) {
            throw Refusal.notAllowed(
                    "ticket-not-yours", "工单 " + ticket.number() + " 不归您办，不能" + verb + "；请找经办人、首问责任人或前台");
        }
    }
}
