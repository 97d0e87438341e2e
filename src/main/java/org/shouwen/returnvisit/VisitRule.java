package org.shouwen.returnvisit;

import org.shouwen.calendar.WorkUnit;

/**
 * What the table {@code visit-rule} (D4) says of a visit.
 *
 * @param rate how many of a hundred such tickets are visited
 * @param amount of {@code unit}s until it is due
 * @param notHandler whether those who did the work must not ask
 * @param reopens whether a dissatisfied answer opens the ticket again
 * @param afterRain whether the resident is asked once more after the next declared rain
 * @param attempts how often to try, each on another day
 */
public record VisitRule(
        int rate,
        int amount,
        WorkUnit unit,
        Visitor visitor,
        boolean notHandler,
        VisitMethod method,
        boolean reopens,
        boolean afterRain,
        int attempts) {

    private static final int ALL = 100;

    /** @return whether the visit may not be left to chance */
    public boolean required() {
        return rate >= ALL;
    }

    /** @return the same for all such tickets, unless there is nobody to ask */
    VisitRule always() {
        return new VisitRule(
                rate == 0 ? 0 : ALL, amount, unit, visitor, notHandler, method, reopens, afterRain, attempts);
    }
}
