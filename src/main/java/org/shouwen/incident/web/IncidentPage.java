package org.shouwen.incident.web;

import java.util.List;
import org.shouwen.deed.Form;
import org.shouwen.page.TicketRow;

/**
 * An incident as staff see it.
 *
 * @param kind what people call such a ticket
 * @param reports how many reported it, the first one included
 * @param reporters the first one first, then as they came
 * @param answers how many gave which answer, and how many are still to give one; empty while nobody is asked
 * @param said what all were told, newest first
 * @param announce the form for another text to all; null: not now, or not for this reader
 * @param open whether the matter goes on
 */
record IncidentPage(
        TicketRow row,
        String kind,
        String description,
        int reports,
        List<Reporter> reporters,
        List<Count> answers,
        List<Said> said,
        Form announce,
        boolean open) {

    /**
     * One who reported it.
     *
     * @param phone masked unless the reader may see it (D13)
     * @param answer what he said when he was asked, or ""
     */
    record Reporter(
            String number,
            String location,
            String name,
            String phone,
            String opened,
            String stage,
            String status,
            String answer,
            int urges) {}

    record Count(String answer, int reporters) {}

    /** @param told to how many so far */
    record Said(String at, String who, String text, int told) {}
}
