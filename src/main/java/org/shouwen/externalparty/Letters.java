package org.shouwen.externalparty;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All letters to third parties. */
public interface Letters {

    void add(String number, Letter letter, String by);

    /** @return the letters of a ticket, oldest first */
    List<Letter> of(String number);

    /** @return the one that is followed up: the last */
    Optional<Letter> current(String number);

    /** They named another date. */
    void postpone(String number, Instant promisedOn);

    /** The date has come and nothing is done. */
    void overdue(String number);

    void end(String number, Letter.Outcome outcome, String remark, Instant at);
}
