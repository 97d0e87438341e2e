package org.shouwen.citypack;

/** Level of the service that the contract of the estate promises; the lower, the less often it is patrolled. */
public enum EstateLevel {
    FIRST("一级"),
    SECOND("二级"),
    THIRD("三级及其他");

    private final String label;

    EstateLevel(String label) {
        this.label = label;
    }

    /** @return what people read */
    public String label() {
        return label;
    }
}
