package org.shouwen.repair.web;

import java.util.List;
import java.util.Optional;
import org.shouwen.page.TicketPart;
import org.shouwen.repair.MissedVisit;
import org.shouwen.repair.Quote;
import org.shouwen.repair.Repairs;
import org.shouwen.repair.Urgency;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What a ticket's page says of its repair: who has to repair and pays, what came of it. */
@Configuration(proxyBeanMethods = false)
record RepairParts(Repairs repairs) {

    /** Why it is as urgent as it is, and on the way: the last price, or null, and where nobody was met. */
    record Course(Urgency urgency, Quote quote, List<MissedVisit> missed) {}

    @Bean
    TicketPart repairAdvice() {
        return responsibility(TicketPart.Place.REGISTERED, "repair/ticket :: advice");
    }

    @Bean
    @Order(1)
    TicketPart repairResponsibility() {
        return responsibility(TicketPart.Place.MATTER, "repair/ticket :: responsibility");
    }

    private TicketPart responsibility(TicketPart.Place place, String template) {
        return (ticket, reader, asked) ->
                repairs.responsibility(ticket.number()).map(found -> new TicketPart.Shown(place, template, found));
    }

    @Bean
    TicketPart repairFacts() {
        return (ticket, reader, asked) -> Optional.of(new TicketPart.Shown(
                TicketPart.Place.FACTS,
                "repair/ticket :: facts",
                new Course(
                        repairs.urgency(ticket.number()).orElse(null),
                        repairs.lastQuote(ticket.number()).orElse(null),
                        repairs.missedVisits(ticket.number()))));
    }

    /** Last, below what other features say of the matter. */
    @Bean
    TicketPart repairReport() {
        return (ticket, reader, asked) -> repairs.lastReport(ticket.number())
                .map(report -> new TicketPart.Shown(TicketPart.Place.MATTER, "repair/ticket :: report", report));
    }
}
