package org.shouwen.ticket.web;

import org.shouwen.rights.Caller;
import org.shouwen.ticket.Disclosure;
import org.shouwen.ticket.Privacy;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketAnswers;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

@Component
record TicketViews(Tickets tickets, Privacy privacy, Moments moments) implements TicketAnswers {

    @Override
    public TicketView of(String number, Caller reader) {
        return of(tickets.get(number), reader);
    }

    TicketView of(Ticket ticket, Caller reader) {
        return of(ticket, privacy.of(ticket, reader));
    }

    /** One of many. */
    TicketView inList(Ticket ticket, Caller reader) {
        return of(ticket, privacy.inList(ticket, reader));
    }

    private TicketView of(Ticket ticket, Disclosure disclosure) {
        Reporter reporter = disclosure.reporter();
        return TicketView.of(
                ticket,
                new TicketView.ReporterView(reporter.name(), reporter.phone(), reporter.email()),
                disclosure.within(ticket.facts().intake().description()),
                moments);
    }
}
