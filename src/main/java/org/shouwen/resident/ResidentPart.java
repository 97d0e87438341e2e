package org.shouwen.resident;

import java.util.Map;
import java.util.Optional;
import org.shouwen.page.Shown;
import org.shouwen.ticket.Ticket;

/** A part of a resident's page that a feature brings; parts stand in the order of their beans. */
public interface ResidentPart {

    /**
     * Where a matter stands, in more words than its status has.
     *
     * @param sentence the same as a sentence
     * @param withdrawable whether the resident may still take it back by himself
     */
    record Standing(String stage, String sentence, boolean withdrawable) {}

    /** @return empty: nothing to show on the page of this ticket */
    Optional<Shown> of(Ticket ticket);

    /** @return empty: the status says enough; the first part that says more counts */
    default Optional<Standing> standing(Ticket ticket) {
        return Optional.empty();
    }

    /** @return what the page says when something of this feature was done there, by its code: only these words can be said */
    default Map<String, String> said() {
        return Map.of();
    }

    /**
     * @param done a code of {@link #said()}; it stands in the address, for nothing is kept for residents between two requests
     * @return the view that leads back to the page
     */
    static String after(String number, String done) {
        return "redirect:/r/t/" + number + "?done=" + done;
    }
}
