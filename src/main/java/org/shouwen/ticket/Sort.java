package org.shouwen.ticket;

/** The order of a list. */
public enum Sort {
    NEWEST("新受理的在前"),
    DUE("时限最近的在前"),
    URGENCY("最紧急的在前"),
    PLACE("按地点");

    private final String label;

    Sort(String label) {
        this.label = label;
    }

    /** @return what people read */
    public String label() {
        return label;
    }
}
