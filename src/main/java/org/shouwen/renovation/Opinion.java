package org.shouwen.renovation;

import java.time.Instant;

/**
 * What somebody who examined the application thinks of it.
 *
 * @param words the reason, as it was written down
 */
public record Opinion(Instant at, String by, Step step, Result result, String words) {

    /** What was examined, or by whom. */
    public enum Step {
        PAPERS("核对材料"),
        REVIEW("工程审核"),
        DECISION("主管决定");

        private final String label;

        Step(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }

    /** What came of it. */
    public enum Result {
        /** Nothing against it on the technical side. */
        SOUND("方案可行"),
        /** It should not be registered like that. */
        UNSOUND("方案不可行"),
        /** What is on no list impairs structure or safety, and is thereby forbidden (D6-5). */
        ENDANGERS("影响结构或使用安全"),
        APPROVED("准予登记"),
        REFUSED("不予登记"),
        /** Something has to be handed in, anew or in addition. */
        SUPPLEMENT("要求补件");

        private final String label;

        Result(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }
}
