package org.shouwen.ticket;

/** What is in danger (D1). */
public enum Danger {
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
