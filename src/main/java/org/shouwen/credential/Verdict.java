package org.shouwen.credential;

import java.util.List;

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

    public Verdict {
        facts = List.copyOf(facts);
    }

    /** @param sentence why it holds */
    public static Verdict valid(String title, String sentence, List<Fact> facts) {
        return new Verdict(State.VALID, title, sentence, facts);
    }

    /** Nothing is known of it, or nothing that may be told. */
    public static Verdict unknown(String sentence) {
        return new Verdict(State.UNKNOWN, "凭证核验", sentence, List.of());
    }
}
