package org.shouwen.ticket;

/** The promises a ticket can make (D2); which of them it makes is its row of the table of limits. */
public enum ClockKind {
    RESPOND("签收"),
    ARRIVE("到场"),
    ANSWER("答复"),
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
