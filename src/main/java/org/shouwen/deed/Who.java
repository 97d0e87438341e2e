package org.shouwen.deed;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.ticket.Ticket;

/**
 * Who may do a deed: roles, each at the ticket's own site, and what somebody is to the ticket, wherever he works.
 *
 * @param roles of the ticket's site
 */
public record Who(Set<Role> roles, Set<Relation> relations) {

    /** What somebody is to a ticket. */
    public enum Relation {
        HANDLER("经办人"),
        FIRST_RESPONDER("首问责任人");

        private final String label;

        Relation(String label) {
            this.label = label;
        }

        boolean holds(Ticket ticket, String person) {
            return this == HANDLER
                    ? ticket.handler().filter(person::equals).isPresent()
                    : person.equals(ticket.firstResponder());
        }
    }

    /** The desk, the leads and those above. */
    public static final Who DESK = of(Role.FRONT_DESK, Role.LEAD, Role.SUPERVISOR, Role.MANAGER);

    /** The desk, the leads and those above, and whoever works on the ticket. */
    public static final Who OFFICE = DESK.or(Relation.HANDLER, Relation.FIRST_RESPONDER);

    /** Whoever decides about other people's work. */
    public static final Who SUPERIORS = of(Role.LEAD, Role.SUPERVISOR, Role.MANAGER);

    /** Whoever sees the ticket. */
    public static final Who STAFF = new Who(EnumSet.allOf(Role.class), EnumSet.allOf(Relation.class));

    public static Who of(Role first, Role... others) {
        return new Who(EnumSet.of(first, others), EnumSet.noneOf(Relation.class));
    }

    public Who or(Relation first, Relation... others) {
        return new Who(roles, EnumSet.of(first, others));
    }

    public boolean may(Ticket ticket, Caller caller) {
        return relations.stream().anyMatch(relation -> relation.holds(ticket, caller.code()))
                || caller.isAny(roles.toArray(Role[]::new))
                        && caller.isOf(ticket.facts().site());
    }

    /** @return who may, as the description of the API says it */
    public String description() {
        return Stream.concat(relations.stream().map(Enum::name), roles.stream().map(role -> role + " of the site"))
                .collect(Collectors.joining(", "));
    }

    /** @return whom to ask, as people read it: 经办人、首问责任人或前台 */
    String words() {
        List<String> words =
                new ArrayList<>(relations.stream().map(r -> r.label).toList());
        roles.stream().map(Role::label).forEach(words::add);
        String last = words.remove(words.size() - 1);
        return words.isEmpty() ? last : String.join("、", words) + "或" + last;
    }
}
