package org.shouwen.ticket;

/** How the matter reached us. */
public enum Channel {
    PHONE("电话"),
    WALK_IN("来访"),
    WECHAT("微信"),
    WEB("网页"),
    STAFF("员工发现"),
    OTHER("其他");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    /** @return what people read */
    public String label() {
        return label;
    }
}
