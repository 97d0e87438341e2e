package org.shouwen.returnvisit;

/** How the resident is asked (D4). */
public enum VisitMethod {
    PHONE("电话"),
    VISIT("上门"),
    WECHAT("微信"),
    SMS("短信");

    private final String label;

    VisitMethod(String label) {
        this.label = label;
    }

    /** @return what people read */
    public String label() {
        return label;
    }
}
