package org.shouwen.roster;

/** What a post is there for. */
public enum Duty {
    FRONT_DESK("前台"),
    TECHNICIAN("维修工"),
    LEAD("班长"),
    SUPERVISOR("主管"),
    MANAGER("项目经理"),
    /** Somebody of the company above every site's manager, wherever his post is entered. */
    DIRECTOR("公司值班领导");

    private final String label;

    Duty(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
