package org.shouwen.calendar;

/** What a limit counts. */
public enum WorkUnit {
    /** Whole working days after the day of the start, due at closing time. */
    WORKDAY("个工作日"),
    /** Hours inside working slots. */
    WORKHOUR("个工作小时"),
    /** Minutes inside working slots. */
    WORKMINUTE("个工作分钟"),
    /** Hours by the clock on the wall. */
    HOUR("小时"),
    /** Minutes by the clock on the wall. */
    MINUTE("分钟"),
    /** The end of the day of the start (当日不过夜); the amount says nothing. */
    SAME_DAY("当日"),
    /** No limit; the amount says nothing. */
    NONE("不设时限");

    private final String words;

    WorkUnit(String words) {
        this.words = words;
    }

    /** @return amount and unit as people say it, 8 个工作小时; 当日 */
    public String words(int amount) {
        return saysAll() ? words : amount + " " + words;
    }

    /** @return the unit alone as people say it, 个工作小时 */
    public String label() {
        return words;
    }

    /** @return whether the amount says nothing */
    private boolean saysAll() {
        return this == SAME_DAY || this == NONE;
    }

    /** @return whether it counts working time, so that the calendar matters */
    public boolean isWorkingTime() {
        return this == WORKDAY || this == WORKHOUR || this == WORKMINUTE;
    }
}
