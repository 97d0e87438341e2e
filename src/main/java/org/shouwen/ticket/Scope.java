package org.shouwen.ticket;

/** How many are affected (D1). Silence is a value of its own: it never stands for "one home". */
public enum Scope {
    UNKNOWN("未说明"),
    PERSONAL("本户"),
    UNIT("本单元"),
    ESTATE("整个小区");

    private final String label;

    Scope(String label) {
        this.label = label;
    }

    /** @return what people read */
    public String label() {
        return label;
    }
}
