package org.shouwen.returnvisit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Declared rains, and the leaks that wait for one. */
public interface Rains {

    /**
     * A rain that was declared.
     *
     * @param visits how many leaks are visited because of it
     */
    record Rain(String site, LocalDate day, String by, Instant at, int visits) {}

    /** @throws org.shouwen.problem.Refusal where it was declared for that site and day already */
    void declare(Rain rain);

    Optional<Rain> last(String site);

    /**
     * @param before end of the day of the rain
     * @return numbers of the site's leaks that were closed before and whose residents did not answer after a rain since
     */
    List<String> leaks(String site, Instant before);
}
