package org.shouwen.returnvisit;

/** What a resident says of the work; not solved is dissatisfied. */
public enum Satisfaction {
    SATISFIED("满意"),
    FAIR("一般"),
    DISSATISFIED("不满意");

    private final String label;

    Satisfaction(String label) {
        this.label = label;
    }

    /** @return what people read */
    public String label() {
        return label;
    }
}
