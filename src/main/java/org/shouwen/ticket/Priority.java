package org.shouwen.ticket;

/** Urgency as the table D1 gives it. */
public enum Priority {
    P0("特急"),
    P1("紧急"),
    P2("一般"),
    P3("计划");

    private final String label;

    Priority(String label) {
        this.label = label;
    }

    /** @return what people read */
    public String label() {
        return label;
    }
}
