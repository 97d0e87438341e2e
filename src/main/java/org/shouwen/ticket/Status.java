package org.shouwen.ticket;

/** Where a ticket stands. */
public enum Status {
    RECEIVED("已受理"),
    DISPATCHED("已派单"),
    ACCEPTED("已接单"),
    ON_SITE("已到场"),
    DONE("待验收"),
    VISIT_DUE("待回访"),
    CLOSED("已办结"),
    WITHDRAWN("已撤回");

    private final String label;

    Status(String label) {
        this.label = label;
    }

    /** @return whether nothing can happen to the ticket any more */
    public boolean isFinal() {
        return this == CLOSED || this == WITHDRAWN;
    }

    /** @return what people read */
    public String label() {
        return label;
    }
}
