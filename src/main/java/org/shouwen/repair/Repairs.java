package org.shouwen.repair;

import java.time.Instant;
import java.util.Optional;

/** What a repair keeps beside its ticket. */
public interface Repairs {

    void add(String number, Responsibility responsibility);

    Optional<Responsibility> responsibility(String number);

    void report(String number, WorkReport report, String by, Instant at);

    /** @return the last report, if there is one */
    Optional<WorkReport> lastReport(String number);
}
