package org.shouwen.ticket;

/** The promises a ticket can make (D2); which of them it makes is its row of the table of limits. */
public enum ClockKind {
    RESPOND("签收", "落实经办人员"),
    ARRIVE("到场", "到场查看"),
    ANSWER("答复", "答复您"),
    /** How a leak is going to be repaired (D2-7). */
    PLAN("方案", "告诉您维修方案"),
    FINISH("办结", "办结");

    private final String label;
    private final String promise;

    ClockKind(String label, String promise) {
        this.label = label;
        this.promise = promise;
    }

    /** @return what people read */
    public String label() {
        return label;
    }

    /** @return the same as residents read it, unless the kind of ticket has other words */
    public String promise() {
        return promise;
    }
}
