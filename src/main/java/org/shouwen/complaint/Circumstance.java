package org.shouwen.complaint;

/** What makes a complaint graver than an ordinary one (D14). */
public enum Circumstance {
    INJURY("injury", "有人受伤"),
    MEDIA("media", "媒体介入"),
    MISCONDUCT_EVIDENCE("misconductEvidence", "员工违规且有证据"),
    LOSS_CLAIMED("lossClaimed", "要求赔偿损失"),
    SECURITY_MATTER("securityMatter", "涉及安全"),
    BETWEEN_DEPARTMENTS("betweenDepartments", "涉及几个部门");

    private final String detail;
    private final String label;

    Circumstance(String detail, String label) {
        this.detail = detail;
        this.label = label;
    }

    /** @return name of the question at intake */
    public String detail() {
        return detail;
    }

    /** @return what people read */
    public String label() {
        return label;
    }
}
