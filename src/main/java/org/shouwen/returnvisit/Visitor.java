package org.shouwen.returnvisit;

/** Who asks the resident (D4). */
public enum Visitor {
    FIRST_RESPONDER("首问责任人"),
    /** Of the home's building or unit; where none is set, the first responder. */
    HOUSEKEEPER("管家"),
    FRONT_DESK("前台"),
    SUPERVISOR("主管"),
    MANAGER("项目经理");

    private final String label;

    Visitor(String label) {
        this.label = label;
    }

    /** @return what people read */
    public String label() {
        return label;
    }
}
