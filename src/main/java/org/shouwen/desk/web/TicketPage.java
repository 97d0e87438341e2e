package org.shouwen.desk.web;

import java.util.List;
import org.shouwen.deed.Form;
import org.shouwen.page.Promise;
import org.shouwen.page.TicketRow;

/**
 * All about a ticket.
 *
 * @param reportTo who must be told at once, or ""
 * @param open whether it can still be withdrawn and urged
 * @param tasklist where in Tasklist its steps are
 * @param links other tickets that the reader may read
 * @param head what the reader can do that a caller asks for most: nothing has to be opened first
 * @param changes what else he can do
 * @param note the form for a word in the timeline, or null
 */
record TicketPage(
        TicketRow row,
        String kind,
        boolean open,
        String tasklist,
        String reportTo,
        Reporter reporter,
        String description,
        List<Fact> facts,
        List<Promise> promises,
        List<Step> steps,
        List<Told> told,
        List<Line> timeline,
        List<Linked> links,
        List<Form> head,
        List<Form> changes,
        Form note) {

    record Fact(String label, String value) {}

    record Reporter(String name, String phone, String email) {}

    /**
     * An open step: who does it and by when.
     *
     * @param yours whether it is the reader's own
     */
    record Step(String name, String who, boolean yours, String due, String remaining, boolean late) {}

    /** A notice that went out, or should have. */
    record Told(String at, String subject, String channel, String addressee, String state, boolean dead) {}

    /**
     * Another ticket that this one hangs together with.
     *
     * @param relation what it is to this one, before its number
     * @param timeline its history
     */
    record Linked(String relation, String number, String kind, String status, String stage, List<Line> timeline) {}

    record Line(String at, String who, String text) {}
}
