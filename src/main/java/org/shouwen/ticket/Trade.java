package org.shouwen.ticket;

/** Which craft is needed; carried by the category, so that a new category needs no table row. */
public enum Trade {
    PLUMBING("水管"),
    ELECTRICAL("电工"),
    CIVIL("泥瓦"),
    CARPENTRY("门窗木作"),
    LIFT("电梯"),
    SECURITY_SYSTEM("门禁监控"),
    GENERAL("综合");

    private final String label;

    Trade(String label) {
        this.label = label;
    }

    /** @return what people read */
    public String label() {
        return label;
    }
}
