package org.shouwen.roster;

/** On which days an on-call shift begins. */
public enum ShiftDays {
    EVERY_DAY("每天"),
    WORKING_DAY("工作日"),
    DAY_OFF("休息日");

    private final String label;

    ShiftDays(String label) {
        this.label = label;
    }

    /** @return what people read */
    public String label() {
        return label;
    }

    /** @return whether a shift of these days begins on a day of that kind */
    boolean include(boolean workingDay) {
        return this == EVERY_DAY || this == (workingDay ? WORKING_DAY : DAY_OFF);
    }
}
