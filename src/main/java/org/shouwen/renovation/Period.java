package org.shouwen.renovation;

import java.time.LocalDate;
import org.shouwen.problem.Refusal;

/** In which days work may be planned. */
final class Period {

    /** Longest period of work in one application (product default). */
    private static final int MOST_YEARS = 1;

    private Period() {}

    /** @throws Refusal where the days are no period that can begin */
    static void check(LocalDate from, LocalDate until, LocalDate today) {
        if (until.isBefore(from)) {
            throw Refusal.invalid("dates-order", "details.until", "完工日期（details.until）不能早于开工日期");
        }
        if (from.isBefore(today)) {
            throw Refusal.invalid("start-past", "details.from", "开工日期（details.from）不能早于今天");
        }
        if (until.isAfter(from.plusYears(MOST_YEARS))) {
            throw Refusal.invalid("period-too-long", "details.until", "一次申报的施工期最长一年，更长的请分期申报");
        }
    }
}
