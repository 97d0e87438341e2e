package org.shouwen.ticket;

/**
 * A matter that turns out to be one of another kind; what was told before is not told again.
 *
 * @param kind code of the kind that it becomes
 * @param category code of a category of that kind
 * @param home code of the home, or null: where it was before
 * @param place code of the common place, or null: where it was before
 * @param details what that kind asks beyond the common facts
 * @param reason why
 * @param keep whether the ticket goes on beside the new one; else it ends
 */
public record Conversion(
        String kind, String category, String home, String place, Details details, String reason, boolean keep) {

    /** @return the matter as the other kind takes it; an agreed slot was for the work, and is not taken along */
    Intake of(Ticket ticket) {
        Intake told = ticket.facts().intake();
        boolean elsewhere = home != null || place != null;
        String toHome = elsewhere ? home : told.home();
        String toPlace = elsewhere ? place : told.place();
        return new Intake(
                kind,
                category,
                toHome,
                toPlace,
                toHome == null && toPlace == null ? ticket.facts().site() : null,
                told.reporter(),
                told.channel(),
                told.description(),
                told.danger(),
                told.scope(),
                told.utilityOut(),
                null,
                details,
                told.recused());
    }
}
