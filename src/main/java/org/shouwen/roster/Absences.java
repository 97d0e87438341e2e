package org.shouwen.roster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is away when. Whether leave may be taken is decided elsewhere. */
public interface Absences {

    /** @return id of the new row */
    long add(
            String staff,
            Absence.Kind kind,
            Instant from,
            Instant until,
            String reason,
            Absence.Status status,
            String by,
            Instant at);

    /** Until the transaction ends nobody else decides about absences: two that fit alone may not fit together. */
    void lock();

    Optional<Absence> find(long id);

    /** Sets what became of it. */
    void decide(long id, Absence.Status status, String remark, String by, Instant at);

    /** The person is back: it ends now, or never began. */
    void end(long id, Instant at);

    /** @return absences that go on at, or begin after, that moment and those that wait for a decision, earliest first */
    List<Absence> after(Instant at);

    /** @return the person's absences, newest first; at most 100 */
    List<Absence> of(String staff);
}
