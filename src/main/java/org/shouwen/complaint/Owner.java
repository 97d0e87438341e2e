package org.shouwen.complaint;

import java.util.Optional;
import org.shouwen.roster.Duty;

/** Who sees to a complaint, lowest first: each reopening brings it one up (U10). */
public enum Owner {
    FIRST_RESPONDER("首问责任人", null),
    LEAD("班长", Duty.LEAD),
    SUPERVISOR("主管", Duty.SUPERVISOR),
    MANAGER("项目经理", Duty.MANAGER);

    private final String label;
    private final Duty duty;

    Owner(String label, Duty duty) {
        this.label = label;
        this.duty = duty;
    }

    /** @return what people read */
    public String label() {
        return label;
    }

    /** @return the duty that has it; empty: the first responder himself */
    Optional<Duty> duty() {
        return Optional.ofNullable(duty);
    }

    /** @return so many levels higher; nobody is above the manager */
    Owner up(int levels) {
        return values()[Math.min(ordinal() + levels, values().length - 1)];
    }
}
