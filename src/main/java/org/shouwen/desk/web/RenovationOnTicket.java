package org.shouwen.desk.web;

import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.Renovations;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The way from a ticket's page to its renovation's; other kinds have none. */
@ControllerAdvice(assignableTypes = TicketController.class)
class RenovationOnTicket {

    private final Renovations renovations;

    RenovationOnTicket(Renovations renovations) {
        this.renovations = renovations;
    }

    @ModelAttribute("renovation")
    Renovation renovation(@PathVariable String number) {
        return renovations.find(number).orElse(null);
    }
}
