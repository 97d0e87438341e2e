package org.shouwen.ticket;

/**
 * A matter as it was told to us, already checked for form by the edge that heard it; the kind checks its meaning.
 *
 * @param home code of the home, or null where {@code place} is given
 * @param place code of the common place, or null where {@code home} is given
 * @param appointment agreed slot, or null
 */
public record Intake(
        String kind,
        String category,
        String home,
        String place,
        Reporter reporter,
        Channel channel,
        String description,
        Danger danger,
        Scope scope,
        boolean utilityOut,
        Slot appointment) {

    /** @return the same matter with another agreed slot */
    public Intake at(Slot slot) {
        return new Intake(kind, category, home, place, reporter, channel, description, danger, scope, utilityOut, slot);
    }
}
