package org.shouwen.repair;

import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Details;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Slot;

/**
 * What a repair really is, where it was registered as something else or danger was found on site.
 *
 * @param home code of the home, or null where {@code place} is given
 * @param place code of the common place, or null where {@code home} is given
 */
public record Correction(
        String category,
        String home,
        String place,
        Danger danger,
        Scope scope,
        boolean utilityOut,
        Responsibility.Cause cause) {

    Intake of(Intake told, Slot slot) {
        return new Intake(
                told.kind(),
                category,
                home,
                place,
                null,
                told.reporter(),
                told.channel(),
                told.description(),
                danger,
                scope,
                utilityOut,
                slot,
                Details.NONE,
                told.recused());
    }
}
