package org.shouwen.deed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouwen.rights.Role;
import org.shouwen.testing.Callers;
import org.shouwen.ticket.LivingTicket;
import org.shouwen.ticket.Ticket;

/** Roles count at the ticket's own site only; what somebody is to the ticket counts wherever he works. */
class WhoTest {

    private final Ticket ticket = LivingTicket.received();

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleCountsAtTheSiteOfTheTicket(Role role) {
        boolean superior = EnumSet.of(Role.LEAD, Role.SUPERVISOR, Role.MANAGER).contains(role);

        assertThat(may(Who.SUPERIORS, "x", "east", role)).isEqualTo(superior);
        assertThat(may(Who.SUPERIORS, "x", "west", role)).isFalse();
        assertThat(may(Who.OFFICE, "x", "east", role)).isEqualTo(superior || role == Role.FRONT_DESK);
        assertThat(may(Who.STAFF, "x", "east", role)).isTrue();
        assertThat(may(Who.STAFF, "x", "west", role)).isFalse();
    }

    @Test
    void whoWorksOnItOrTookItInMayWhereverHeWorks() {
        for (String person : Set.of("p9", "desk1")) {
            assertThat(may(Who.OFFICE, person, "west", Role.TECHNICIAN)).isTrue();
            assertThat(may(Who.SUPERIORS, person, "west", Role.TECHNICIAN)).isFalse();
        }
        Who handlers = Who.of(Role.MANAGER).or(Who.Relation.HANDLER);
        assertThat(may(handlers, "p9", "west", Role.TECHNICIAN)).isTrue();
        assertThat(may(handlers, "desk1", "west", Role.TECHNICIAN)).isFalse();
    }

    @Test
    void peopleReadWhomToAsk() {
        assertThat(Who.of(Role.MANAGER).words()).isEqualTo("项目经理");
        assertThat(Who.SUPERIORS.words()).isEqualTo("班长、主管或项目经理");
        assertThat(Who.of(Role.FRONT_DESK)
                        .or(Who.Relation.HANDLER, Who.Relation.FIRST_RESPONDER)
                        .words())
                .isEqualTo("经办人、首问责任人或前台");
        assertThat(Who.of(Role.MANAGER).or(Who.Relation.HANDLER).description())
                .isEqualTo("HANDLER, MANAGER of the site");
    }

    private boolean may(Who who, String person, String site, Role... roles) {
        return who.may(ticket, Callers.at(Set.of(site), null, person, roles));
    }
}
