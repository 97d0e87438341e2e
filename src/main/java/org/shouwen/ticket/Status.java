package org.shouwen.ticket;

/** Where a ticket stands. */
public enum Status {
    RECEIVED("已受理"),
    DISPATCHED("已派单"),
    ACCEPTED("已接单"),
    ON_SITE("已到场"),
    /** The resident was contacted, and somebody sees to the matter. */
    IN_PROGRESS("办理中"),
    /** The resident has his answer, and may still object. */
    ANSWERED("已答复"),
    DONE("待验收"),
    /** One of several reports of one incident: it has no flow of its own, the incident's ticket answers it. */
    FOLLOWING("随事件办理"),
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

    /** @return whether the matter itself is still worked on; reported work that waits for acceptance counts */
    public boolean isAtWork() {
        return compareTo(DONE) <= 0;
    }

    /** @return what people read */
    public String label() {
        return label;
    }
}
