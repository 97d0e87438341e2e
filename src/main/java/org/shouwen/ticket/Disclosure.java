package org.shouwen.ticket;

import java.time.Instant;
import java.util.Optional;
import org.shouwen.estate.Email;
import org.shouwen.estate.PersonName;
import org.shouwen.estate.Phone;
import org.shouwen.estate.Resident;

/**
 * How much of the people of one ticket one reader reads, as {@link Privacy} found it: their names, phones and e-mails reach
 * pages, lists, answers and papers through this alone.
 */
public final class Disclosure {

    /** How much. */
    public enum Extent {
        ALL,
        /** Names; of phones and e-mails what tells two of them apart. */
        NAMES,
        /** Of names no more, either. */
        NOTHING
    }

    private final Reporter reporter;
    private final Extent extent;
    private final Instant until;

    Disclosure(Reporter reporter, Extent extent, Instant until) {
        this.reporter = reporter;
        this.extent = extent;
        this.until = until;
    }

    public Extent extent() {
        return extent;
    }

    /** @return whether something is hidden from the reader */
    public boolean isMasked() {
        return extent != Extent.ALL;
    }

    /** @return until when he reads more than others, because he said why; else empty */
    public Optional<Instant> until() {
        return Optional.ofNullable(until);
    }

    /** @return who reported it, as the reader may read of him */
    public Reporter reporter() {
        return new Reporter(name(reporter.name()), phone(reporter.phone()), email(reporter.email()));
    }

    /** @return a contact of a household, in the same way */
    public Reporter of(Resident resident) {
        return new Reporter(name(resident.name()), phone(resident.phone()), email(resident.email()));
    }

    /** @param name of anybody of the ticket, or null; a passer-by has none */
    public String name(String name) {
        return extent != Extent.NOTHING || name == null || name.equals(Reporter.PASSER_BY.name())
                ? name
                : PersonName.masked(name);
    }

    /** @param phone normalised, or null where none is known */
    public String phone(String phone) {
        return phone == null || extent == Extent.ALL ? phone : Phone.masked(phone);
    }

    /** @param email or null */
    public String email(String email) {
        return email == null || extent == Extent.ALL ? email : Email.masked(email);
    }

    /** @return what somebody wrote, or null: whoever is named in it is no less private */
    public String within(String text) {
        if (text == null || extent == Extent.ALL) {
            return text;
        }
        String phone = reporter.phone();
        String hidden = phone.length() < 5 ? text : text.replace(phone, Phone.masked(phone));
        hidden = Email.maskedWithin(Phone.maskedWithin(hidden));
        String name = reporter.name();
        return name.length() < 2 ? hidden : hidden.replace(name, name(name));
    }
}
