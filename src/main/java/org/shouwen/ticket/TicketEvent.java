package org.shouwen.ticket;

import static org.shouwen.ticket.TimelineEvent.event;

/** What happens to every ticket, whatever its kind. */
public enum TicketEvent implements TimelineEvent {
    REGISTERED(event("registered").told("我们已受理").stating("kind", "category", "priority", "area", "site")),
    DISPATCHED(event("dispatched").told("已安排办理人员").stating("to")),
    GRABBED(event("grabbed").told("办理人员已接手").stating("to")),
    ACCEPTED(event("accepted").told("办理人员已接单")),
    RETURNED(event("returned").forNextStep()),
    GIVEN_BACK(event("givenBack").told("换一位办理人员，答应您的时间不变").forNextStep()),
    SETTLED(event("settled").told("已确定办理人员").stating("to")),
    ASSIGNED(event("assigned").told("已确定承办人").stating("to")),
    REASSIGNED(event("reassigned").told("换了一位办理人员").stating("to", "from")),
    TRANSFERRED(event("transferred").told("转给对口的岗位办理，答应您的时间不变").forNextStep().stating("post")),
    CONTACTED(event("contacted").told("我们与您联系过").work()),
    TAKEN_UP(event("taken-up")),
    LOOKED_INTO(event("looked-into").told("负责人亲自过问")),
    ARRIVED(event("arrived").told("工作人员到场查看").forNextStep().work()),
    REPORTED(event("reported").told("已修好，等您验收").forNextStep().work()),
    WORK_ACCEPTED(event("work-accepted").told("验收合格")),
    REWORK(event("rework").told("验收不合格，返工").forNextStep()),
    DECLINED(event("declined").told("您不做这次维修，已结束").end()),
    ANSWERED(event("answered").told("已答复您").forNextStep().work()),
    CONCLUDED(event("concluded").told("已办完")),
    FOLLOWING(event("following").told("同一件事还有别家反映，一并办理").stating("incident")),
    PROCEEDING(event("proceeding").told("您家的情况单独办理")),
    CLOSED(event("closed").told("已办结").end()),
    /** Why is the reason that was given, whatever it is: nobody is said to be dissatisfied who did not say so. */
    REOPENED(event("reopened").told("重新办理").asWritten().forNextStep()),
    CLOCK_STARTED(event("clock-started").stating("clock", "due")),
    FULFILLED(event("fulfilled").stating("clock")),
    PAUSED(event("paused").told("需要等待，计时暂停").stating("reason", "until")),
    RESUMED(event("resumed").told("恢复计时")),
    PROMISED(event("promised").told("给了您新的时间").stating("clock", "due")),
    RECOMPUTED(event("recomputed").told("节假日安排有变，时间重新计算")),
    RESCHEDULED(event("rescheduled").told("改约了上门时间").stating("from", "until")),
    CORRECTED(
            event("corrected").told("更正了登记的内容").forNextStep().stating("kind", "category", "priority", "area", "site")),
    COMPLETED(event("completed")),
    WITHDRAWN(event("withdrawn").told("不再办理").ownDoing("您撤回了").end()),
    /** Whoever noted it, it was the resident who asked. */
    URGED(event("urged").told("您催办了一次")),
    FOLLOWER_URGED(event("follower-urged")),
    PRESSED(event("pressed")),
    CONVERTED(event("converted").told("转为另一类事项继续办理").stating("ticket")),
    CONVERTED_BESIDE(event("converted-beside").stating("ticket")),
    CONVERTED_FROM(event("converted-from").stating("ticket"));

    private final Declaration declared;

    TicketEvent(Declaration declared) {
        this.declared = declared;
    }

    @Override
    public Declaration declared() {
        return declared;
    }
}
