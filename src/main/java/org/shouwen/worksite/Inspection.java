package org.shouwen.worksite;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the house found when the work was reported as finished (110号 30).
 *
 * @param by code of who inspected
 * @param defects what has to be put right; empty where it passed
 * @param remark in the inspector's words, or null
 */
public record Inspection(String ticket, Instant at, String by, Set<Defect> defects, String remark) {

    public Inspection {
        defects = Set.copyOf(defects);
    }

    /** What does not pass. */
    public enum Defect {
        AGREEMENT("与装修方案或者管理协议不符"),
        FACADE("外立面、门窗、护栏不符"),
        PUBLIC_DAMAGE("公共部位、公共设施损坏未修复"),
        WATER_TEST("闭水试验不合格"),
        OTHER("其他问题");

        private final String label;

        Defect(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }

    /** @return the defects as people read them */
    public String faults() {
        return defects.stream().sorted().map(Defect::label).collect(Collectors.joining("、"));
    }

    public boolean passed() {
        return defects.isEmpty();
    }
}
