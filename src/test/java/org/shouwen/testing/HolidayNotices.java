package org.shouwen.testing;

import org.shouwen.calendar.Calendars;
import org.shouwen.calendar.HolidayList;
import org.springframework.jdbc.core.JdbcTemplate;

/** An invented notice of the State Council, and the way back from it. */
public final class HolidayNotices {

    /** For 2027, which was not announced when this was written; it names a Monday as worked, which it is anyway. */
    public static final String OF_2027 = """
            国务院办公厅关于2027年部分节假日安排的通知
            一、元旦：1月1日（周五）至3日（周日）放假，共3天。1月4日（周一）上班。
            二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月30日（周六）、2月20日（周六）上班。
            三、清明节：4月3日（周六）至5日（周一）放假，共3天。
            四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）、5月8日（周六）上班。
            五、端午节：6月9日（周三）放假1天。
            六、中秋节：9月15日（周三）放假1天。
            七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。
            """;

    private HolidayNotices() {}

    /** @param former as it stood when nothing was changed yet */
    public static void again(Calendars calendars, JdbcTemplate jdbc, HolidayList former) {
        calendars.putHolidays(former);
        jdbc.update("DELETE FROM rule_text WHERE model LIKE 'holidays-%'");
    }
}
