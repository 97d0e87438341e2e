package org.shouwen.repair;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What repairs keep beside their tickets. */
public interface Repairs {

    void add(String number, Responsibility responsibility);

    /** Somebody else is responsible than was thought. */
    void correct(String number, Responsibility responsibility, Responsibility.Cause cause);

    Optional<Responsibility> responsibility(String number);

    /** @return what the damage came from, as far as it is known */
    Responsibility.Cause cause(String number);

    void report(String number, WorkReport report, String by, Instant at);

    Optional<WorkReport> lastReport(String number);

    /** Keeps a price; the last one counts. */
    void quote(String number, Quote quote, String by, Instant at);

    /** Keeps what the resident said to the last price. */
    void answer(String number, Quote.Answer answer, String remark, String by, Instant at);

    Optional<Quote> lastQuote(String number);

    void missed(String number, MissedVisit visit, String by);

    /** @return visits that came to nothing, oldest first */
    List<MissedVisit> missedVisits(String number);
}
