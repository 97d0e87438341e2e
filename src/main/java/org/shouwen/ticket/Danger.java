package org.shouwen.ticket;

/** What is in danger (D1). Silence is a value of its own: it never stands for "none". */
public enum Danger {
    UNKNOWN("未说明"),
    NONE("无"),
    PROPERTY("财产"),
    PERSON("人身");

    private final String label;

    Danger(String label) {
        this.label = label;
    }

    /** @return what people read */
    public String label() {
        return label;
    }
}
