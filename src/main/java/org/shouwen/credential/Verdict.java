package org.shouwen.credential;

import java.util.List;
import java.util.Locale;
import org.shouwen.problem.Refusal;

/**
 * What is true of a paper at one moment.
 *
 * @param title what it is: 装修施工登记证
 * @param sentence why it holds or does not, in one sentence for whoever looks at the phone
 * @param facts what must be the same on the paper; empty where it is unknown
 */
public record Verdict(State state, String title, String sentence, List<Fact> facts) {

    /** Whether a paper holds. */
    public enum State {
        VALID("有效"),
        EXPIRED("已过期"),
        OUTSIDE_HOURS("现在不在允许时间"),
        USED_UP("已用完"),
        REVOKED("已作废"),
        UNKNOWN("查无此证");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** One line to compare with the paper. */
    public record Fact(String label, String value) {}

    /** Whether a paper holds, and why, in one sentence. */
    public record Holding(State state, String sentence) {

        public static Holding valid(String why) {
            return new Holding(State.VALID, why);
        }

        public static Holding expired(String why) {
            return new Holding(State.EXPIRED, why);
        }

        public static Holding outsideHours(String why) {
            return new Holding(State.OUTSIDE_HOURS, why);
        }

        public static Holding usedUp(String why) {
            return new Holding(State.USED_UP, why);
        }

        public static Holding revoked(String why) {
            return new Holding(State.REVOKED, why);
        }

        /**
         * @param paper how the refusal's name begins: {@code pass} of {@code pass-outside-hours}
         * @return why the paper does not do, for whoever would use it
         */
        public Refusal refusal(String paper) {
            return Refusal.notPossibleNow(
                    paper + "-" + state.name().toLowerCase(Locale.ROOT).replace('_', '-'), sentence);
        }
    }

    public Verdict {
        facts = List.copyOf(facts);
    }

    /** Nothing is known of it, or nothing that may be told. */
    public static Verdict unknown(String sentence) {
        return new Verdict(State.UNKNOWN, "凭证核验", sentence, List.of());
    }
}
