package org.shouwen.ticket;

/** Whom a ticket is about is kept out of it (回避), whatever else he may. Who sees it: {@link Sight}. */
public final class TicketRights {

    private TicketRights() {}

    /** @return false: the matter is about that person */
    public static boolean mayRead(Ticket ticket, String person) {
        return !person.equals(ticket.facts().recused());
    }
}
