package org.shouwen.workflow;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;

/**
 * How the engine keeps a person out of a matter that is about him (回避): the flows of such a ticket run under a tenant of
 * their own, {@code without-<staff>}, and everybody belongs to every such tenant but his own. What belongs to no tenant is
 * for everybody, as ever.
 */
@Component
public class Recusals {

    private static final String PREFIX = "without-";

    private final Tickets tickets;

    Recusals(Tickets tickets) {
        this.tickets = tickets;
    }

    /** @return id of the tenant for what everybody reads but this person */
    public static String tenant(String staff) {
        return PREFIX + staff;
    }

    /** @return id of the tenant under which the ticket's flows run; empty: nobody is kept out of it */
    public Optional<String> tenantOf(String number) {
        return tickets.find(number).map(Ticket::facts).map(Facts::recused).map(Recusals::tenant);
    }

    /** @return ids of the tenants that the person belongs to */
    public Set<String> tenantsFor(String person) {
        return tickets.recused().stream()
                .filter(staff -> !staff.equals(person))
                .map(Recusals::tenant)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @return whether the person is kept out of any ticket */
    public boolean isKeptOut(String person) {
        return tickets.recused().contains(person);
    }
}
