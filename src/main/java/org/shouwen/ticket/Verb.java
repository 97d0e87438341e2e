package org.shouwen.ticket;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.shouwen.problem.Refusal;

/**
 * The life of a ticket as one table: what can be done to it, what its timeline then says, from which status to which it
 * leads, and which promises stop with it. {@link Ticket} asks the table before it changes anything, and {@code docs/life.md}
 * is drawn from it.
 */
enum Verb {
    DISPATCH("派单", TicketEvent.DISPATCHED, from(Status.RECEIVED).to(Status.DISPATCHED)),
    GRAB("抢单", TicketEvent.GRABBED, from(Status.RECEIVED).to(Status.ACCEPTED).stops(ClockKind.RESPOND)),
    SETTLE("裁定", TicketEvent.SETTLED, from(Status.RECEIVED).to(Status.ACCEPTED).stops(ClockKind.RESPOND)),
    ACCEPT(
            "接单",
            TicketEvent.ACCEPTED,
            from(Status.DISPATCHED).to(Status.ACCEPTED).stops(ClockKind.RESPOND)),
    RETURN_WORK("退回", TicketEvent.RETURNED, from(Status.DISPATCHED).to(Status.RECEIVED)),
    GIVE_BACK(
            "退回岗位",
            TicketEvent.GIVEN_BACK,
            from(Status.DISPATCHED, Status.ACCEPTED).to(Status.RECEIVED)),
    ARRIVE("到场", TicketEvent.ARRIVED, from(Status.ACCEPTED).to(Status.ON_SITE).stops(ClockKind.ARRIVE)),
    /** What was promised is the repair, not the resident's answer: the clock stops here. What is mended needs no plan. */
    REPORT_DONE(
            "报告维修结果",
            TicketEvent.REPORTED,
            from(Status.ON_SITE).to(Status.DONE).stops(ClockKind.PLAN, ClockKind.FINISH)),
    REWORK("返工", TicketEvent.REWORK, from(Status.DONE).to(Status.ON_SITE)),
    ACCEPT_WORK("验收", TicketEvent.WORK_ACCEPTED, from(Status.DONE).to(Status.VISIT_DUE)),
    DECLINE(
            "放弃维修",
            TicketEvent.DECLINED,
            from(Status.ACCEPTED, Status.ON_SITE).to(Status.WITHDRAWN).dropsAll()),
    CONTACT("登记首次联系", TicketEvent.CONTACTED, beforeWork().to(Status.IN_PROGRESS).stops(ClockKind.RESPOND)),
    TAKE_UP("开始办理", TicketEvent.TAKEN_UP, beforeWork().to(Status.IN_PROGRESS).stops(ClockKind.RESPOND)),
    ANSWER(
            "答复业主",
            TicketEvent.ANSWERED,
            from(Status.RECEIVED, Status.ACCEPTED, Status.IN_PROGRESS, Status.ANSWERED)
                    .to(Status.ANSWERED)
                    .stops(ClockKind.RESPOND, ClockKind.ANSWER)),
    CONCLUDE(
            "办结",
            TicketEvent.CONCLUDED,
            from(Status.IN_PROGRESS, Status.ANSWERED, Status.FOLLOWING)
                    .to(Status.VISIT_DUE)
                    .stopsAll()),
    CLOSE("办结", TicketEvent.CLOSED, from(Status.VISIT_DUE).to(Status.CLOSED)),
    REOPEN("重新开启", TicketEvent.REOPENED, from(Status.VISIT_DUE, Status.CLOSED).to(Status.RECEIVED)),
    FOLLOW("随事件办理", TicketEvent.FOLLOWING, atWork().to(Status.FOLLOWING).dropsAll()),
    PROCEED("单独办理", TicketEvent.PROCEEDING, from(Status.FOLLOWING).to(Status.RECEIVED)),
    TRANSFER("转派", TicketEvent.TRANSFERRED, atWork().to(Status.RECEIVED)),
    /** Nothing has to be accepted any more. */
    REASSIGN(
            "改派",
            TicketEvent.REASSIGNED,
            from(Status.RECEIVED, Status.DISPATCHED).to(Status.ACCEPTED).stops(ClockKind.RESPOND),
            atWork()),
    ASSIGN("指定承办人", TicketEvent.ASSIGNED, atWork()),
    CORRECT("更正", TicketEvent.CORRECTED, atWork()),
    /** It is more urgent, or another post's: somebody has to take it anew. */
    CORRECT_ANEW("更正", TicketEvent.CORRECTED, atWork().to(Status.RECEIVED)),
    COMPLETE("补充", TicketEvent.COMPLETED, open()),
    RESCHEDULE("改约", TicketEvent.RESCHEDULED, atWork()),
    LOOK_INTO("过问", TicketEvent.LOOKED_INTO, atWork().stops(ClockKind.ARRIVE)),
    START("开始计时", TicketEvent.CLOCK_STARTED, atWork()),
    FULFIL("登记已兑现", TicketEvent.FULFILLED, atWork()),
    PAUSE("暂停计时", TicketEvent.PAUSED, atWork()),
    RESUME("恢复计时", TicketEvent.RESUMED, where(status -> true)),
    PROMISE("给出新时限", TicketEvent.PROMISED, atWork()),
    MOVE_CLOCKS("重新计算时限", TicketEvent.RECOMPUTED, where(status -> true)),
    URGE("催单", TicketEvent.URGED, open()),
    URGE_FOR("催单", TicketEvent.FOLLOWER_URGED, open()),
    PRESS("催办", TicketEvent.PRESSED, open()),
    /** What was accepted, or concluded, is done, whichever ticket settled it: there is nothing left to take back. */
    WITHDRAW("撤回", TicketEvent.WITHDRAWN, beforeTheVisit().to(Status.WITHDRAWN).dropsAll());

    private final String label;
    private final TicketEvent event;
    private final List<Way> ways;

    /** @param ways where two begin at the same status, the first counts */
    Verb(String label, TicketEvent event, Way... ways) {
        this.label = label;
        this.event = event;
        this.ways = List.of(ways);
    }

    /**
     * @param to null: the status stays
     * @param stops promises that are kept with it, or that nobody is waiting for any more
     * @param drops whether nobody is waiting for them, so that none of them is kept
     */
    record Way(Set<Status> from, Status to, Set<ClockKind> stops, boolean drops) {

        Way to(Status status) {
            return new Way(from, status, stops, drops);
        }

        Way stops(ClockKind... clocks) {
            return new Way(from, to, Set.of(clocks), drops);
        }

        Way stopsAll() {
            return stops(ClockKind.values());
        }

        Way dropsAll() {
            Way all = stopsAll();
            return new Way(all.from, all.to, all.stops, true);
        }

        boolean endsAll() {
            return stops.size() == ClockKind.values().length;
        }

        Status after(Status status) {
            return to == null ? status : to;
        }
    }

    private static Way from(Status... statuses) {
        return where(List.of(statuses)::contains);
    }

    private static Way beforeWork() {
        return from(Status.RECEIVED, Status.DISPATCHED, Status.ACCEPTED);
    }

    private static Way atWork() {
        return where(Status::isAtWork);
    }

    private static Way beforeTheVisit() {
        return where(status -> !status.isFinal() && status != Status.VISIT_DUE);
    }

    private static Way open() {
        return where(status -> !status.isFinal());
    }

    private static Way where(Predicate<Status> condition) {
        return new Way(
                Arrays.stream(Status.values()).filter(condition).collect(Collectors.toSet()), null, Set.of(), false);
    }

    /** @return what people read */
    String label() {
        return label;
    }

    TicketEvent event() {
        return event;
    }

    /** @return empty: it is not possible there */
    Optional<Way> way(Status status) {
        return ways.stream().filter(way -> way.from.contains(status)).findFirst();
    }

    /** @return why it is not possible there; where nothing but the end is in the way, the end is named */
    Refusal refusal(String number, Status status) {
        return status.isFinal()
                        && beforeTheVisit().from.stream()
                                .allMatch(other -> way(other).isPresent())
                ? Refusal.notPossibleNow(
                        "ticket-" + status.name().toLowerCase(), "工单 " + number + " " + status.label() + "，不能" + label)
                : Refusal.notPossibleNow("ticket-status", "工单 " + number + " 现在是“" + status.label() + "”，不能" + label);
    }
}
