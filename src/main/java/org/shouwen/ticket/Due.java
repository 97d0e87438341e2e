package org.shouwen.ticket;

/** How the promises of an open ticket stand, as lists are asked for it. */
public enum Due {
    OVERDUE("已超时"),
    TODAY("今天到期"),
    ON_TIME("未超时"),
    PAUSED("暂停计时");

    private final String label;

    Due(String label) {
        this.label = label;
    }

    /** @return what people read */
    public String label() {
        return label;
    }
}
