package org.shouwen.ticket;

/** The three promises a ticket makes (D2). */
public enum ClockKind {
    RESPOND("签收"),
    ARRIVE("到场"),
    FINISH("办结");

    private final String label;

    ClockKind(String label) {
        this.label = label;
    }

    /** @return what people read */
    public String label() {
        return label;
    }
}
