package org.shouwen.ticket;

/** What makes a matter special for D1 and D2; carried by the category. */
public enum Hazard {
    NONE("无"),
    LIFT_TRAPPED("电梯困人"),
    GAS_LEAK("燃气泄漏"),
    FIRE("火情"),
    FALLING_OBJECT("高空坠物"),
    ELECTRIC_SHOCK("触电"),
    BURST_PIPE("爆管"),
    LARGE_LEAK("大面积漏水"),
    WATER_OUTAGE("停水"),
    POWER_OUTAGE("停电"),
    SEWAGE_OVERFLOW("污水外溢"),
    GATE_FAILURE("门禁道闸监控失效"),
    SEEPAGE("渗漏"),
    HANDOVER_DEFECT("遗漏工程");

    private final String label;

    Hazard(String label) {
        this.label = label;
    }

    /** @return what people read */
    public String label() {
        return label;
    }
}
