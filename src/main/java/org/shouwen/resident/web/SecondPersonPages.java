package org.shouwen.resident.web;

import org.shouwen.estate.Estate;
import org.shouwen.notification.SecondPerson;
import org.shouwen.notification.SecondPersons;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what a second person of a ticket sees: what its feature asks him, and nothing of the ticket beside that. */
@Component
record SecondPersonPages(SecondPersons persons, Tickets tickets, Estate estate) {

    private static final String VIEW = "resident/asked";

    /** @param action where the answer goes */
    record Page(String number, String site, String action, SecondPerson.Asked asked) {}

    /** @return its view */
    String fill(String number, String purpose, Model model) {
        Ticket ticket = tickets.get(number);
        model.addAttribute(
                "page",
                new Page(
                        number,
                        estate.siteName(ticket.facts().site()),
                        "/r/p/" + number + "/" + purpose + "/answer",
                        persons.get(purpose).asked(ticket)));
        return VIEW;
    }
}
