package org.shouwen.repair;

import static org.shouwen.ticket.TimelineEvent.event;

import org.shouwen.ticket.TimelineEvent;

/** What a visit to a home leads to. */
enum RepairEvent implements TimelineEvent {
    REVISITED(event("revisited").told("工作人员再次到场").forNextStep()),
    QUOTED(event("quoted").told("已向您报价").asWritten().forNextStep()),
    QUOTE_ANSWERED(event("quoteAnswered").told("您答复了报价").forNextStep()),
    MISSED_VISIT(event("missedVisit").forNextStep()),
    PLANNED(event("planned").told("告诉了您维修方案").asWritten().forNextStep()),
    MAJOR_PROPOSED(event("majorProposed").told("重大维修已报批").forNextStep()),
    MAJOR_RETURNED(event("majorReturned").forNextStep()),
    MAJOR_DROPPED(event("majorDropped").told("不用大修，按一般维修办理").forNextStep()),
    MAJOR_APPROVED(event("majorApproved").told("重大维修已批准").asWritten().forNextStep()),
    MAJOR_PROGRESS(event("majorProgress").told("重大维修有了进展").asWritten().forNextStep()),
    UNFINISHED(event("unfinished").told("这次没有修好，继续处理").forNextStep());

    private final Declaration declared;

    RepairEvent(Declaration declared) {
        this.declared = declared;
    }

    @Override
    public Declaration declared() {
        return declared;
    }
}
