package org.shouwen.worksite;

import static org.shouwen.ticket.TimelineEvent.event;

import org.shouwen.ticket.TimelineEvent;

/** What is seen and done at a site of a renovation, up to its closed file. */
enum WorksiteEvent implements TimelineEvent {
    PATROLLED(event("patrolled")),
    VIOLATION_FOUND(event("violation-found")),
    RECTIFICATION_ISSUED(event("rectification-issued").told("现场有违规，已发整改通知书")),
    RECTIFICATION_DELIVERED(event("rectification-delivered")),
    REINSPECTED(event("reinspected")),
    VIOLATION_REPORTED(event("violation-reported")),
    VIOLATION_RESTORED(event("violation-restored").told("违规已整改")),
    STOP_CHECKED(event("stop-checked")),
    COMPLETION_REPORTED(event("completion-reported").told("已报完工，等物业验收").ownDoing("您报了完工")),
    COMPLETION_INSPECTED(event("completion-inspected").told("物业做了完工验收")),
    DEPOSIT_RETURNED(event("deposit-returned").told("装修保证金已退还")),
    FILE_CLOSED(event("file-closed").told("装修资料齐全，已归档"));

    private final Declaration declared;

    WorksiteEvent(Declaration declared) {
        this.declared = declared;
    }

    @Override
    public Declaration declared() {
        return declared;
    }
}
