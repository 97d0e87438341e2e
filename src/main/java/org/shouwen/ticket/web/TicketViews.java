package org.shouwen.ticket.web;

import org.shouwen.rights.Caller;
import org.shouwen.ticket.PhonePrivacy;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketAnswers;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

@Component
record TicketViews(Tickets tickets, Moments moments) implements TicketAnswers {

    @Override
    public TicketView of(String number, Caller reader) {
        return of(tickets.get(number), reader);
    }

    TicketView of(Ticket ticket, Caller reader) {
        Reporter reporter = ticket.facts().intake().reporter();
        return TicketView.of(
                ticket,
                new TicketView.ReporterView(
                        reporter.name(), PhonePrivacy.phone(ticket, reader), PhonePrivacy.email(ticket, reader)),
                moments);
    }
}
