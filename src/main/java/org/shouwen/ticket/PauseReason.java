package org.shouwen.ticket;

/** Why a promise may stand still; the list is closed (D2, reasons allowed). */
public enum PauseReason {
    RESIDENT_SLOT("待业主约时间"),
    PARTS("待配件"),
    THIRD_PARTY("待第三方"),
    WEATHER("恶劣天气停工"),
    /** The applicant has to hand in something once more; renovations only. */
    SUPPLEMENT("待业主补件");

    private final String label;

    PauseReason(String label) {
        this.label = label;
    }

    /** @return what people read */
    public String label() {
        return label;
    }
}
