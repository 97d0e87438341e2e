package org.shouwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.testing.Callers;

class TicketRightsTest {

    private final Ticket ticket = LivingTicket.received();

    @ParameterizedTest
    @CsvSource({
        "p9, west, TECHNICIAN, true",
        "desk1, west, FRONT_DESK, true",
        "x, east, FRONT_DESK, true",
        "x, east, LEAD, true",
        "x, east, SUPERVISOR, true",
        "x, east, MANAGER, true",
        "x, east, TECHNICIAN, false",
        "x, east, ADMINISTRATOR, false",
        "x, west, MANAGER, false",
    })
    void whoWorksOnItAndTheOfficeOfItsSiteMayChangeIt(String person, String site, Role role, boolean may) {
        Caller caller = Callers.at(Set.of(site), LivingTicket.NINE, person, role);

        assertThat(TicketRights.mayChange(ticket, caller)).isEqualTo(may);
        if (may) {
            assertThatNoException().isThrownBy(() -> TicketRights.mustChange(ticket, caller, "更正"));
        } else {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> TicketRights.mustChange(ticket, caller, "更正"))
                    .withMessage("工单 BX-26-000001 不归您办，不能更正；请找经办人、首问责任人或前台");
        }
    }

    @Test
    void whomItIsAboutDoesNotReadIt() {
        Ticket about = new Ticket(LivingTicket.facts(Priority.P2, "lead"), ticket.state());

        assertThat(TicketRights.mayRead(about, "lead")).isFalse();
        assertThat(TicketRights.mayRead(about, "p9")).isTrue();
        assertThat(TicketRights.mayRead(ticket, "lead")).isTrue();
    }
}
