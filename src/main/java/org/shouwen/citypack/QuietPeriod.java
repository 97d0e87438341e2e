package org.shouwen.citypack;

import java.time.LocalDate;
import org.shouwen.problem.Refusal;
import org.shouwen.wording.Moments;

/**
 * Days on which it has to be quieter than usual (高考, 中考, an announcement of the government).
 *
 * @param id given when it is kept; 0 before
 * @param from first day
 * @param until last day
 * @param forbidden hours of each of these days in which nobody works, besides those that are forbidden anyway
 * @param name what people read: 高考
 * @param source the announcement
 */
public record QuietPeriod(
        long id, String site, LocalDate from, LocalDate until, DayHours forbidden, String name, String source) {

    private static final int LONGEST = 92;

    public QuietPeriod {
        if (until.isBefore(from)) {
            throw Refusal.invalid(
                    "quiet-period-dates",
                    "until",
                    "特别安静期的最后一天（" + Moments.day(until) + "）不能早于第一天（" + Moments.day(from) + "）");
        }
        if (from.plusDays(LONGEST).isBefore(until)) {
            throw Refusal.invalid("quiet-period-long", "until", "特别安静期最长 3 个月，更长的请改服务点自己的施工时间");
        }
        if (forbidden.isEmpty()) {
            throw Refusal.invalid("quiet-period-hours", "forbidden", "请写明特别安静期每天哪些时段不得施工，全天写 00:00-24:00");
        }
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
