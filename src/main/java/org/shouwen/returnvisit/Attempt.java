package org.shouwen.returnvisit;

import java.time.Instant;
import org.shouwen.problem.Refusal;

/**
 * One time the resident was asked, or answered by himself.
 *
 * @param by code of who asked, or who wrote the answer down
 * @param method null: the resident answered by himself
 * @param reason why he was not reached; null where he was
 * @param satisfaction null where he was not reached
 * @param remark his words, or null
 */
public record Attempt(
        Instant at,
        String by,
        VisitMethod method,
        boolean reached,
        String reason,
        Satisfaction satisfaction,
        String remark) {

    /** @throws Refusal where it is not said what is wrong */
    public static Attempt answered(
            Satisfaction satisfaction, String remark, VisitMethod method, String by, Instant at) {
        if (satisfaction == Satisfaction.DISSATISFIED && (remark == null || remark.isBlank())) {
            throw Refusal.invalid("remark-missing", "remark", "业主不满意的，请写明哪里不满意");
        }
        return new Attempt(at, by, method, true, null, satisfaction, remark);
    }

    public static Attempt unreached(String reason, VisitMethod method, String by, Instant at) {
        return new Attempt(at, by, method, false, reason, null, null);
    }

    /** @return one line for people, 电话回访：满意；水压恢复了 */
    public String words() {
        String how = method == null ? "业主自行答复" : method.label() + "回访";
        if (!reached) {
            return how + "未联系上：" + reason;
        }
        return how + "：" + satisfaction.label() + (remark == null ? "" : "；" + remark);
    }
}
