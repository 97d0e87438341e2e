package org.shouwen.complaint;

import static org.shouwen.ticket.TimelineEvent.event;

import org.shouwen.ticket.TimelineEvent;

/** How a complaint is graded, looked into, answered and made good. */
enum ComplaintEvent implements TimelineEvent {
    GRADED(event("graded").stating("grade", "owner")),
    INVESTIGATED(event("investigated").work()),
    ANSWER_HEARD(event("answer-heard").stating("round", "response")),
    MEDIATED(event("mediated").told("已组织调解").work()),
    MEASURE_PROMISED(event("measure-promised").stating("to", "due")),
    MEASURE_DONE(event("measure-done"));

    private final Declaration declared;

    ComplaintEvent(Declaration declared) {
        this.declared = declared;
    }

    @Override
    public Declaration declared() {
        return declared;
    }
}
