package org.shouwen.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwen.calendar.Holidays.NATIONAL;
import static org.shouwen.calendar.Holidays.SHANGHAI;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    @Test
    void overTheWeekend() {
        assertThat(explain("2026-03-06T16:30", 8, WorkUnit.WORKHOUR))
                .isEqualTo("周五 16:30 起 8 个工作小时 = 周一 17:00：周五 1.5 小时，周一上午 3.5 小时，12:00-14:00 午休，下午 3 小时");
    }

    @Test
    void daysOverSpringFestivalWithAMakeUpSaturday() {
        assertThat(explain("2026-02-13T16:00", 3, WorkUnit.WORKDAY))
                .isEqualTo("2月13日周五 16:00 起 3 个工作日 = 2月25日周三 18:00：当天不计，2月14日周六调休上班为第 1 天，"
                        + "2月15日至23日春节休假，2月24日周二为第 2 天，2月25日周三为第 3 天，18:00 下班截止");
    }

    @Test
    void hoursOverSpringFestivalWithAMakeUpSaturday() {
        // Fri 1 h + Sat 7.5 h + Tue 24 3.5 h + 2 h = 14 h
        assertThat(explain("2026-02-13T17:00", 14, WorkUnit.WORKHOUR))
                .isEqualTo("2月13日周五 17:00 起 14 个工作小时 = 2月24日周二 16:00：2月13日周五 1 小时，2月14日周六调休上班，全天 7.5 小时，"
                        + "2月15日至23日春节休假，2月24日周二上午 3.5 小时，12:00-14:00 午休，下午 2 小时");
    }

    @Test
    void hoursOverLabourDay() {
        assertThat(explain("2026-04-30T17:00", 4, WorkUnit.WORKHOUR))
                .isEqualTo("4月30日周四 17:00 起 4 个工作小时 = 5月6日周三 11:30：4月30日周四 1 小时，5月1日至5日劳动节休假，5月6日周三 3 小时");
    }

    @Test
    void overLunch() {
        assertThat(explain("2026-03-04T11:30", 2, WorkUnit.WORKHOUR))
                .isEqualTo("周三 11:30 起 2 个工作小时 = 周三 15:30：周三上午 0.5 小时，12:00-14:00 午休，下午 1.5 小时");
        assertThat(explain("2026-03-04T11:45", 30, WorkUnit.WORKMINUTE))
                .isEqualTo("周三 11:45 起 30 个工作分钟 = 周三 14:15：周三上午 15 分钟，12:00-14:00 午休，下午 15 分钟");
    }

    @Test
    void toTheSecond() {
        // 16:40:20-18:00 = 1 h 19 min 40 s; 40 min 20 s on the next morning
        assertThat(explain("2026-03-04T16:40:20", 2, WorkUnit.WORKHOUR))
                .isEqualTo("周三 16:40:20 起 2 个工作小时 = 周四 09:10:20：周三 1 小时 19 分钟 40 秒，周四 40 分钟 20 秒");
    }

    @Test
    void startInFreeTime() {
        assertThat(explain("2026-03-08T09:00", 4, WorkUnit.WORKHOUR))
                .isEqualTo("周日 09:00 起 4 个工作小时 = 周一 14:30：周一 08:30 起上午 3.5 小时，12:00-14:00 午休，下午 0.5 小时");
        assertThat(explain("2026-02-17T03:00", 2, WorkUnit.WORKHOUR))
                .isEqualTo("2月17日周二 03:00 起 2 个工作小时 = 2月24日周二 10:30：2月17日至23日春节休假，2月24日周二 08:30 起 2 小时");
        assertThat(explain("2026-03-07T09:00", 8, WorkUnit.WORKHOUR))
                .isEqualTo("周六 09:00 起 8 个工作小时 = 周二 09:00：周一 08:30 起全天 7.5 小时，周二 0.5 小时");
        assertThat(explain("2026-02-13T20:00", 2, WorkUnit.WORKHOUR))
                .isEqualTo("2月13日周五 20:00 起 2 个工作小时 = 2月14日周六 10:30：2月14日周六调休上班，08:30 起 2 小时");
    }

    @Test
    void manyDaysAreSaidTogether() {
        // 2-6 March 5, 9-13 March 5, 16 March the 11th after 28 February
        assertThat(explain("2026-03-02T10:00", 10, WorkUnit.WORKDAY))
                .isEqualTo("3月2日周一 10:00 起 10 个工作日 = 3月16日周一 18:00：当天不计，3月3日至13日为第 1 至 9 天，3月16日周一为第 10 天，18:00 下班截止");
        // Mon 17:00 1 h, then 5 days of 7.5 h = 37.5 h, then 1.5 h
        assertThat(explain("2026-03-02T17:00", 40, WorkUnit.WORKHOUR))
                .isEqualTo(
                        "3月2日周一 17:00 起 40 个工作小时 = 3月10日周二 10:00：3月2日周一 1 小时，3月3日至9日 5 个工作日共 37.5 小时，3月10日周二 1.5 小时");
    }

    @Test
    void dayAfterTomorrow() {
        assertThat(explain("2026-03-06T10:00", 2, WorkUnit.WORKDAY))
                .isEqualTo("周五 10:00 起 2 个工作日 = 周二 18:00：当天不计，周一为第 1 天，周二为第 2 天，18:00 下班截止");
        assertThat(explain("2026-09-19T10:00", 1, WorkUnit.WORKDAY))
                .isEqualTo("9月19日周六 10:00 起 1 个工作日 = 9月20日周日 18:00：当天不计，9月20日周日调休上班为第 1 天，18:00 下班截止");
    }

    @Test
    void byTheClockOnTheWall() {
        assertThat(explain("2026-02-17T03:00", 30, WorkUnit.MINUTE)).isEqualTo("周二 03:00 起 30 分钟 = 周二 03:30：不分昼夜连续计算");
        assertThat(explain("2026-02-17T03:00", 168, WorkUnit.HOUR))
                .isEqualTo("2月17日周二 03:00 起 168 小时 = 2月24日周二 03:00：不分昼夜连续计算");
        assertThat(explain("2026-02-17T03:00", 0, WorkUnit.SAME_DAY)).isEqualTo("当日不过夜：周二 03:00 起，当天 24:00 前完成");
    }

    @Test
    void intoAYearThatIsNotAnnounced() {
        Due due = due("2026-12-31T17:30", 2, WorkUnit.WORKHOUR);

        assertThat(due.explanation())
                .isEqualTo("2026年12月31日周四 17:30 起 2 个工作小时 = 2027年1月4日周一 10:00："
                        + "2026年12月31日周四 0.5 小时，2027年1月1日元旦休假，2027年1月4日周一 1.5 小时");
        assertThat(due.warning()).isEqualTo("2027 年放假安排尚未公布，按法定节日推算，日期可能变动");
    }

    @Test
    void warnsOnlyWhereHolidaysAreNotKnown() {
        assertThat(due("2026-12-30T10:00", 1, WorkUnit.WORKDAY).warning()).isNull();
        assertThat(due("2026-12-31T10:00", 24, WorkUnit.HOUR).warning()).isNull();
        assertThat(due("2026-12-31T10:00", 1, WorkUnit.SAME_DAY).warning()).isNull();
        assertThat(due("2027-03-03T10:00", 1, WorkUnit.WORKDAY).warning()).isEqualTo("2027 年放假安排尚未公布，按法定节日推算，日期可能变动");
        assertThat(due("2028-03-03T10:00", 1, WorkUnit.WORKDAY).warning()).isEqualTo("2028 年放假安排尚未公布，只按周末推算，日期可能变动");
        assertThat(due("2026-12-01T10:00", 400, WorkUnit.WORKDAY).warning())
                .isEqualTo("2027 至 2028 年放假安排尚未公布，按已知的法定节日和周末推算，日期可能变动");
        // nothing but the notice for 2026 could make a day of December 2025 a holiday
        assertThat(due("2025-12-30T10:00", 3, WorkUnit.WORKDAY).warning()).isNull();
        assertThat(due("2025-03-03T10:00", 1, WorkUnit.WORKDAY).warning()).isEqualTo("2025 年放假安排未录入，只按周末推算，日期可能有误");
    }

    @Test
    void deskThatIsOpenInTheEveningWithoutLunch() {
        WeeklySlots week = WeeklySlots.monToFri(
                WorkingSlot.of("08:00", "10:00"), WorkingSlot.of("10:15", "18:00"), WorkingSlot.of("18:00", "20:00"));
        WorkingCalendar desk = new WorkingCalendar(SHANGHAI, week, List.of(), Set.of(2026));

        // 09:00-10:00 1 h, 10:15-18:00 7 h 45 min, 18:00-18:15
        assertThat(desk.due(at("2026-03-04T09:00"), 9, WorkUnit.WORKHOUR).explanation())
                .isEqualTo("周三 09:00 起 9 个工作小时 = 周三 18:15：周三上午 1 小时，10:00-10:15 休息，上午 7 小时 45 分钟，晚上 15 分钟");
    }

    private static String explain(String from, int amount, WorkUnit unit) {
        return due(from, amount, unit).explanation();
    }

    private static Due due(String from, int amount, WorkUnit unit) {
        return NATIONAL.due(at(from), amount, unit);
    }

    private static java.time.Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}
