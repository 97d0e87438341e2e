package org.shouwen.citypack;

/** How grave a violation on a renovation site is (D9), gravest first. */
public enum Gravity {
    SERIOUS("严重"),
    CONSIDERABLE("较重"),
    ORDINARY("一般"),
    MINOR("轻微");

    private final String label;

    Gravity(String label) {
        this.label = label;
    }

    /** @return what people read */
    public String label() {
        return label;
    }
}
