package org.shouwen.ticket;

/**
 * A matter as it was told to us, already checked for form by the edge that heard it; the kind checks its meaning.
 *
 * @param home code of the home, or null
 * @param place code of the common place, or null where {@code home} is given
 * @param site code of the site where it concerns neither a home nor a place, else null; input only, the ticket knows its site
 * @param appointment agreed slot, or null
 * @param details what the kind asks beyond that; once stored, {@link Tickets#details} has it
 * @param recused code of the person whom the matter is about and who is kept out of it (回避), or null
 */
public record Intake(
        String kind,
        String category,
        String home,
        String place,
        String site,
        Reporter reporter,
        Channel channel,
        String description,
        Danger danger,
        Scope scope,
        boolean utilityOut,
        Slot appointment,
        Details details,
        String recused) {

    /** A matter at a home or a place, of a kind that asks nothing more. */
    public Intake(
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
        this(
                kind,
                category,
                home,
                place,
                null,
                reporter,
                channel,
                description,
                danger,
                scope,
                utilityOut,
                appointment,
                Details.NONE,
                null);
    }

    /** @return the same matter, reported by this person */
    public Intake reportedBy(Reporter reporter) {
        return with(home, reporter, description, appointment, recused);
    }

    /** @return the same matter, told by that person in those words */
    public Intake told(Reporter reporter, String description) {
        return with(home, reporter, description, appointment, recused);
    }

    /** @return the same matter, at the home of that code */
    public Intake in(String home) {
        return with(home, reporter, description, appointment, recused);
    }

    /** @return the same matter with another agreed slot */
    public Intake at(Slot slot) {
        return with(home, reporter, description, slot, recused);
    }

    /** @return the same matter, which that person is kept out of */
    public Intake without(String staff) {
        return with(home, reporter, description, appointment, staff);
    }

    private Intake with(String home, Reporter reporter, String description, Slot appointment, String recused) {
        return new Intake(
                kind,
                category,
                home,
                place,
                site,
                reporter,
                channel,
                description,
                danger,
                scope,
                utilityOut,
                appointment,
                details,
                recused);
    }
}
