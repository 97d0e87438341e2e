package org.shouwen.estate;

import java.time.LocalDate;

/**
 * A contact of a household.
 *
 * @param home code of the home
 * @param number 1-based place in the household's list of contacts; the first is called first
 * @param name name
 * @param phone normalised number (see {@link Phone})
 * @param email address for notices, or null
 * @param movedIn first day of residence, or null: it is not known, and he lives there
 * @param movedOut first day on which he does not live there any more, or null
 */
public record Resident(
        String home, int number, String name, String phone, String email, LocalDate movedIn, LocalDate movedOut) {

    public Resident(String home, int number, String name, String phone, String email) {
        this(home, number, name, phone, email, null, null);
    }

    /** @return whether it is the same person; another name or phone number is another one */
    public boolean isSamePerson(Resident other) {
        return name.equals(other.name) && phone.equals(other.phone);
    }
}
