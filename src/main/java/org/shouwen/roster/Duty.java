package org.shouwen.roster;

/** What a post is there for. */
public enum Duty {
    FRONT_DESK("前台"),
    TECHNICIAN("维修工"),
    LEAD("班长"),
    SUPERVISOR("主管"),
    MANAGER("项目经理");

    private final String label;

    Duty(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
