package org.shouwen.returnvisit;

import java.time.YearMonth;

/**
 * How many residents were asked, of a month's visits: those due in the month, without tickets that were withdrawn and
 * without those that were not drawn.
 *
 * @param due visits to make in the month
 * @param visited of these, residents who answered
 * @param unreached of these, given up after the last attempt; they count as not visited
 * @param satisfied of those visited, satisfied ones
 * @param dissatisfied of those visited, dissatisfied ones
 */
public record VisitFigures(
        String site, YearMonth month, int due, int visited, int unreached, int satisfied, int dissatisfied) {

    private static final int PERCENT = 100;

    /** @return 回访率 in percent, rounded down; null where there was nothing to visit */
    public Integer visitedRate() {
        return due == 0 ? null : visited * PERCENT / due;
    }

    /** @return 满意率 in percent, rounded down; null where nobody answered */
    public Integer satisfiedRate() {
        return visited == 0 ? null : satisfied * PERCENT / visited;
    }
}
