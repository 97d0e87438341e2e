package org.shouwen.workflow.process;

import static org.shouwen.ticket.TimelineEvent.event;

import org.shouwen.ticket.TimelineEvent;

/** What managers' own steps tell. */
enum OwnStepEvent implements TimelineEvent {
    DONE(event("own-step-done").stating("step").forNextStep().told("又办好了一步，正在继续办理")),
    ASKED(event("own-table-asked").stating("table"));

    private final Declaration declared;

    OwnStepEvent(Declaration declared) {
        this.declared = declared;
    }

    @Override
    public Declaration declared() {
        return declared;
    }
}
