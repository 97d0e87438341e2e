package org.shouwen.complaint;

import static org.shouwen.ticket.TimelineEvent.event;

import org.shouwen.ticket.TimelineEvent;

/** How a complaint is graded, looked into, answered and made good. */
enum ComplaintEvent implements TimelineEvent {
    GRADED(event("graded").stating("grade", "owner")),
    INVESTIGATED(event("investigated").work()),
    ANSWER_HEARD(event("answer-heard").stating("round", "response")),
    MEDIATED(event("mediated").told("已组织调解").work()),
    MEDIATION_FAILED(
            event("mediationFailed").told("调解没有达成一致，已告知您其他解决途径").forNextStep().work()),
    ANSWER_DELIVERED(event("answer-delivered").told("已送达书面答复").stating("how")),
    MEASURE_PROMISED(event("measure-promised").told("承诺了整改措施").stating("to", "due")),
    MEASURE_DONE(event("measure-done").told("整改措施已落实")),
    MEASURE_GIVEN_UP(event("measure-given-up").told("整改措施不再落实"));

    private final Declaration declared;

    ComplaintEvent(Declaration declared) {
        this.declared = declared;
    }

    @Override
    public Declaration declared() {
        return declared;
    }
}
