package org.shouwen.ticket;

import java.time.Instant;

/**
 * What the matter of a ticket is; settled when the ticket is opened, and changed by a correction only.
 *
 * @param location label of the home or place, as people read it
 * @param post code of the technicians' post that works on it
 * @param reportTo who must be told at once (D1), or ""
 */
public record Facts(
        String number,
        Intake intake,
        String categoryLabel,
        Area area,
        String site,
        String location,
        Priority priority,
        boolean urgent,
        String reportTo,
        String firstResponder,
        String post,
        Instant openedAt) {

    /** @return code of the person whom the matter is about and who is kept out of it (回避), or null */
    public String recused() {
        return intake.recused();
    }

    Facts onPost(String other) {
        return with(intake, other);
    }

    Facts at(Slot slot) {
        return with(intake.at(slot), post);
    }

    private Facts with(Intake told, String onPost) {
        return new Facts(
                number,
                told,
                categoryLabel,
                area,
                site,
                location,
                priority,
                urgent,
                reportTo,
                firstResponder,
                onPost,
                openedAt);
    }

    /** @return the first line of the timeline */
    String asRegistered() {
        return "受理" + intake.channel().label() + "：" + location + "，" + categoryLabel + "，" + priority.label();
    }

    /** @return what a correction can change, as the timeline states it for programs */
    Object[] stated() {
        return new Object[] {
            "kind", intake.kind(), "category", intake.category(), "priority", priority, "area", area, "site", site
        };
    }

    /** @return what a correction can change, as people read it */
    String inShort() {
        return categoryLabel + "，" + location + "，" + priority.label();
    }
}
