package org.shouwen.onetimenotice;

import static org.shouwen.ticket.TimelineEvent.event;

import org.shouwen.ticket.TimelineEvent;

/** What is asked for, told, handed in and asked for again. */
enum NoticeEvent implements TimelineEvent {
    LISTED(event("requirements-listed").told("需要您准备的事项已一次告知")),
    RECEIVED(event("notice-received").told("一次性告知书已送到").ownDoing("您确认收到一次性告知书")),
    SUPPLIED(event("requirements-supplied").told("收到补交的材料")),
    ADDED(event("requirement-added").told("主管写明理由，另要一项材料")),
    REOPENED(event("requirement-reopened").told("有一项材料须重新提交"));

    private final Declaration declared;

    NoticeEvent(Declaration declared) {
        this.declared = declared;
    }

    @Override
    public Declaration declared() {
        return declared;
    }
}
