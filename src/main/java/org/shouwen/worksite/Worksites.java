package org.shouwen.worksite;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sites, with what happened there. */
public interface Worksites {

    void add(Worksite worksite);

    /** @throws org.shouwen.problem.Refusal not found, with a sentence */
    Worksite get(String ticket);

    Optional<Worksite> find(String ticket);

    /** @return sites where people work, by when they have to be patrolled, at most {@code most}; site empty: of all sites */
    List<Worksite> atWork(String site, int most);

    /** Keeps a patrol. */
    void add(Patrol patrol);

    /** @return newest first */
    List<Patrol> patrols(String ticket);

    /** @param phase as it is now */
    void plan(String ticket, Phase phase, Instant patrolDue);

    void completionReported(String ticket, Instant at, String by);

    /** Keeps an inspection; where it did not pass, people work again. */
    void inspected(Inspection inspection);

    /** @return newest first */
    List<Inspection> inspections(String ticket);

    /** @param receipt number of the voucher of the refund */
    void depositReturned(String ticket, String receipt, Instant at, String by);

    /** @param shelf where the file is kept, or null */
    void filed(String ticket, String shelf, Instant at, String by);
}
