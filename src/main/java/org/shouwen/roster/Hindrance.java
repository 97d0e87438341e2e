package org.shouwen.roster;

/** Why somebody gets no work. */
public enum Hindrance {
    UNKNOWN("没有登记为员工"),
    NO_ACCOUNT("没有账号"),
    DISABLED("账号已停用"),
    AWAY("不在岗");

    private final String label;

    Hindrance(String label) {
        this.label = label;
    }

    /** @return what people read, after the person's name */
    public String label() {
        return label;
    }
}
