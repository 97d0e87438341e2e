package org.shouwen.page;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.shouwen.problem.Written;

/**
 * Which month a page shows, and which others can be chosen.
 *
 * @param choice newest first
 */
public record Months(YearMonth shown, List<YearMonth> choice) {

    private static final int OFFERED = 12;

    /** @param written the month that is asked for; null or blank: the present one */
    public static Months of(String written, YearMonth now) {
        return new Months(
                Written.month(written, now),
                Stream.iterate(now, last -> last.minusMonths(1)).limit(OFFERED).toList());
    }
}
