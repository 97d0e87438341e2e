package org.shouwen.worksite;

/** How far the work is, as a patrol finds it (D8); the risk goes down with it. */
public enum Phase {
    DEMOLITION("拆改、水电、防水"),
    FINISHING("泥瓦、木作"),
    PAINTING("油漆、安装"),
    PAUSED("停工超过 7 天");

    private final String label;

    Phase(String label) {
        this.label = label;
    }

    /** @return what people read */
    public String label() {
        return label;
    }
}
