package org.shouwen.calendar;

/** What kind of day the law sees in a date, whatever the hours of the house. */
public enum DayKind {
    /** Monday to Friday unless a holiday, and the weekends that are worked instead (调休上班). */
    WORKING_DAY("工作日"),
    /** Weekends, and days moved to make a holiday longer. */
    REST_DAY("休息日"),
    /** The statutory festival days themselves. */
    HOLIDAY("法定节假日");

    private final String label;

    DayKind(String label) {
        this.label = label;
    }

    /** @return what people read */
    public String label() {
        return label;
    }
}
