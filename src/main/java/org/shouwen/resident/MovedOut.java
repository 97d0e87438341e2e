package org.shouwen.resident;

import org.shouwen.estate.EstateRegister;
import org.shouwen.ticket.TimelineEntry;
import org.shouwen.wording.Moments;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever does not live there any more has no links to what he reported about the home, and gets no mail about it. */
@Component
record MovedOut(Links links, LinkDesk desk, Moments moments) {

    @EventListener
    void on(EstateRegister.Left person) {
        links.left(person.home(), person.phone());
        links.heldBy(person.home(), person.phone())
                .forEach(ticket -> desk.revoke(ticket, TimelineEntry.SYSTEM, moments.now()));
    }
}
