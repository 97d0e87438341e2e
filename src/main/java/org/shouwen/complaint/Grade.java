package org.shouwen.complaint;

import org.shouwen.ticket.Priority;

/** How grave a complaint is, as the table D14 says; the priority follows (D1-8). */
public enum Grade {
    ORDINARY("一般投诉", Priority.P2),
    IMPORTANT("重要投诉", Priority.P1),
    MAJOR("重大投诉", Priority.P0);

    private final String label;
    private final Priority priority;

    Grade(String label, Priority priority) {
        this.label = label;
        this.priority = priority;
    }

    /** @return what people read */
    public String label() {
        return label;
    }

    public Priority priority() {
        return priority;
    }

    /** @return whether the resident has to get his answer in writing (D2-11) */
    public boolean inWriting() {
        return this == MAJOR;
    }
}
