package org.shouwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TicketRightsTest {

    private final Ticket ticket = LivingTicket.received();

    @Test
    void whomItIsAboutDoesNotReadIt() {
        Ticket about = new Ticket(LivingTicket.facts(Priority.P2, "lead"), ticket.state());

        assertThat(TicketRights.mayRead(about, "lead")).isFalse();
        assertThat(TicketRights.mayRead(about, "p9")).isTrue();
        assertThat(TicketRights.mayRead(ticket, "lead")).isTrue();
    }
}
