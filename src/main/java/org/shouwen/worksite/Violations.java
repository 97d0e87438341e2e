package org.shouwen.worksite;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was found on the sites, and what became of it. */
public interface Violations {

    /**
     * Keeps what was found; of {@code violation} everything but the id.
     *
     * @return its id
     */
    long add(Violation violation);

    /** @throws org.shouwen.problem.Refusal not found, with a sentence */
    Violation get(long id);

    /** @return in the order in which they were found */
    List<Violation> ofTicket(String ticket);

    /** It has to be reported by then. */
    void reportBy(long id, Instant due);

    /** @return false where it has ended already */
    boolean end(long id, Violation.Outcome outcome);

    /** It was put right after it had been reported. */
    void restored(long id, Instant at, String by);

    /** Keeps an issued notice. */
    void add(Rectification notice);

    /** @param number for example {@code ZG-26-000001} */
    Optional<Rectification> rectification(String number);

    /** @return the notice about a violation; empty where it was only spoken of */
    Optional<Rectification> rectificationOf(long violation);

    /** @return the notices of a renovation, oldest first */
    List<Rectification> rectifications(String ticket);

    /** @return false where it was delivered already */
    boolean delivered(long violation, Rectification.Delivery delivery);

    void reported(long violation, List<Report> reports);

    /** @return whom a violation was reported to */
    List<Report> reports(long violation);
}
