package org.shouwen.rights;

import java.util.Locale;

/** What a person may do at this desk. Which site and trade they do it for is a matter of their posts. */
public enum Role {
    FRONT_DESK("前台"),
    TECHNICIAN("维修工"),
    LEAD("班长"),
    SUPERVISOR("主管"),
    MANAGER("项目经理"),
    ADMINISTRATOR("系统管理员");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** @return id of the engine's group, for example {@code front-desk} */
    public String group() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return the authority by which Spring Security knows the role */
    public String authority() {
        return "ROLE_" + name();
    }
}
