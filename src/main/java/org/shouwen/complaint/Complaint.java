package org.shouwen.complaint;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A complaint as it was graded when it came in.
 *
 * @param owner who sees to it before any reopening
 * @param why what made it this grade, in Chinese
 * @param households how many complain together
 * @param repeats how many complaints about the same matter came before it
 * @param hotline number of the 12345 hotline or the petition office, or null
 * @param hotlineDue by when they want it done, or null
 * @param twoPeople whether it is never seen to by one person alone
 * @param wish what the resident wants, or null
 */
public record Complaint(
        Grade grade,
        Owner owner,
        String why,
        Set<Circumstance> circumstances,
        int households,
        int repeats,
        String hotline,
        Instant hotlineDue,
        boolean twoPeople,
        String wish,
        Optional<Verdict> verdict) {

    /**
     * What the supervisor made of it in the end.
     *
     * @param valid 有效: it was justified
     */
    public record Verdict(boolean valid, String reason, String by, Instant at) {

        /** @return 有效投诉 or 无效投诉 */
        public String label() {
            return valid ? "有效投诉" : "无效投诉";
        }

        /** @return what the complainant reads, too: 有效投诉：值班记录可以证实 */
        public String inWords() {
            return label() + "：" + reason;
        }
    }

    /** @return the grade with what made it this grade, unless that only says the grade once more: 重要投诉：五户以上共同投诉 */
    public String gradeInWords() {
        return why.startsWith(grade.label()) ? why : grade.label() + "：" + why;
    }

    /** @param reopens how often the resident was not satisfied */
    public Owner ownerAfter(int reopens) {
        return owner.up(reopens);
    }
}
