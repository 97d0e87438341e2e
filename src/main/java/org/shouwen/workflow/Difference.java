package org.shouwen.workflow;

import java.util.List;

/** What one version of a file says otherwise than another, in words. */
public record Difference(List<Line> lines) {

    /** What became of a row, an element or a question. */
    public enum What {
        ADDED("新增"),
        REMOVED("删去"),
        CHANGED("改动"),
        MOVED("挪动");

        private final String label;

        What(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * Something that is otherwise.
     *
     * @param element id of the row, element or question
     * @param where 第 5 行, 人工步骤
     * @param situation in which case the row holds; what people call the element or question
     * @param cells that are otherwise; of a new or removed one those that tell what it does
     */
    public record Line(What what, String element, String where, String situation, List<Cell> cells) {}

    /** @param before null: there was none; @param after null: there is none */
    public record Cell(String label, String before, String after) {}
}
