package org.shouwen.timelimit;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shouwen.ticket.ClockKind;

/**
 * A level that a ticket reached: the warning, or a supervision (督办) that somebody has to acknowledge with a decision.
 *
 * @param cycle which of the clock's promises, or which time the cause came up
 * @param level 0 the warning, 1 to 3 a supervision
 * @param post code of the post that worked on it then
 * @param late code of who was late then, or null where it was nobody of ours
 * @param due the broken promise, or null
 * @param asked who had to acknowledge, in order; the last one has to now
 * @param answer what was decided, or null while nobody acknowledged
 */
public record Escalation(
        long id,
        String ticket,
        Cause cause,
        int cycle,
        int level,
        String post,
        String late,
        Instant due,
        Instant at,
        List<Asked> asked,
        Answer answer) {

    /** Somebody who was asked to acknowledge. */
    public record Asked(String person, Instant at) {}

    /**
     * @param staff who was put on the work, or helps; or null
     * @param reason why it came so far, or null
     * @param remark what was ordered or explained
     */
    public record Answer(String by, Instant at, Decision decision, String staff, String reason, String remark) {}

    /** What brought it up. */
    public enum Cause {
        RESPOND("签收超时"),
        ARRIVE("到场超时"),
        ANSWER("答复超时"),
        PLAN("方案超时"),
        FINISH("办结超时"),
        REOPENED("重新开启"),
        THIRD_PARTY("第三方未按期办理"),
        MAJOR_REPAIR("重大维修审批逾期"),
        MAJOR_PROGRESS("重大维修进展逾期"),
        VISIT("回访超时"),
        MEASURE("整改措施超期"),
        PATROL("装修巡查逾期"),
        ENTRY_REFUSED("装修现场连续拒不开门"),
        RECTIFICATION("违规整改逾期"),
        REPORT("违规上报逾期"),
        INSPECTION("完工验收逾期"),
        DEPOSIT("退还保证金逾期"),
        DELIVERY("书面答复送达逾期"),
        PAPERS("网页补件核对逾期"),
        FILING("装修归档逾期"),
        POST("岗位整改逾期"),
        /** A step that the managers drew themselves. */
        OWN_STEP("自定步骤逾期");

        /** What goes on, and stays late, when the ticket is over. */
        private static final Set<Cause> OUTLIVING = EnumSet.of(MEASURE, POST);

        private static final Map<String, Cause> STEPS = Map.ofEntries(
                Map.entry("followUp", THIRD_PARTY),
                Map.entry("decideMajorRepair", MAJOR_REPAIR),
                Map.entry("reportProgress", MAJOR_PROGRESS),
                Map.entry("visit", VISIT),
                Map.entry("carryOut", MEASURE),
                Map.entry("patrol", PATROL),
                Map.entry("checkStop", PATROL),
                Map.entry("deliverNotice", RECTIFICATION),
                Map.entry("reinspect", RECTIFICATION),
                Map.entry("reportViolation", REPORT),
                Map.entry("inspectCompletion", INSPECTION),
                Map.entry("returnDeposit", DEPOSIT),
                Map.entry("deliverAnswer", DELIVERY),
                Map.entry("acceptPapers", PAPERS),
                Map.entry("closeFile", FILING),
                Map.entry("rectifyPost", POST));

        private final String label;

        Cause(String label) {
            this.label = label;
        }

        /** @return what the step brings up when it is late; empty: nothing */
        static Optional<Cause> ofStep(String step) {
            return Optional.ofNullable(STEPS.get(step));
        }

        /** @return whether nothing is left of it once the ticket is over */
        boolean endsWithTicket() {
            return !OUTLIVING.contains(this);
        }

        public String label() {
            return label;
        }

        static Cause of(ClockKind clock) {
            return valueOf(clock.name());
        }

        /** @return the clock whose promise was broken, where it was one */
        Optional<ClockKind> clock() {
            return Arrays.stream(ClockKind.values())
                    .filter(clock -> clock.name().equals(name()))
                    .findFirst();
        }
    }

    /** What whoever acknowledges can decide. */
    public enum Decision {
        REASSIGN("换人办理"),
        SUPPORT("增派人手"),
        NEW_TIME("给业主新时限"),
        CONTINUE("责令继续");

        private final String label;

        Decision(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @return the same with the persons who were asked, as the tables hold them */
    public Escalation with(List<Asked> persons) {
        return new Escalation(id, ticket, cause, cycle, level, post, late, due, at, persons, answer);
    }

    Escalation kept(long id) {
        return new Escalation(id, ticket, cause, cycle, level, post, late, due, at, asked, answer);
    }

    /** @return 一级督办, 二级督办, 三级督办 */
    public String title() {
        return level == 0 ? "预警" : "一二三".charAt(level - 1) + "级督办";
    }

    /** @return who has to acknowledge now, if anybody was asked */
    public Optional<Asked> waitsFor() {
        return asked.isEmpty() ? Optional.empty() : Optional.of(asked.get(asked.size() - 1));
    }
}
