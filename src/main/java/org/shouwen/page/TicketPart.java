package org.shouwen.page;

import java.util.Optional;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Ticket;

/** A part of a ticket's page that a feature brings; parts stand in the order of their beans. */
public interface TicketPart {

    /** Where on the page. */
    enum Place {
        /** Among what is said to whoever has just reported it. */
        REGISTERED,
        /** Below the head, over the whole width. */
        TOP,
        /** Among what can be changed. */
        CHANGES,
        /** Among the facts: terms, each with its description. */
        FACTS,
        /** What the matter is. */
        MATTER,
        /** What happens with it. */
        COURSE,
        /** What the resident has of it, and who was told. */
        RESIDENT
    }

    /**
     * @param template the fragment that shows it, for example {@code complaint/ticket :: part}; it finds the model as {@code it}
     * @param model what the fragment shows
     */
    record Shown(Place place, String template, Object model) {}

    /**
     * @param asked path of the deed whose form the reader wants open, or ""
     * @return empty: nothing to show on this ticket
     */
    Optional<Shown> of(Ticket ticket, Caller reader, String asked);
}
