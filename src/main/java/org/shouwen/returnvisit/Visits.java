package org.shouwen.returnvisit;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All return visits, in our own tables. */
public interface Visits {

    /** @return number of the ticket's next visit, from 1 */
    int nextRound(String ticket);

    void add(Visit visit);

    /**
     * Stores what changed, with attempts that were added.
     *
     * @throws org.shouwen.problem.Refusal where the visit was ended by somebody else since it was read
     */
    void save(Visit visit);

    /** @throws org.shouwen.problem.Refusal not found, with a sentence */
    Visit get(String ticket, int round);

    /** @return the ticket's visits, first round first */
    List<Visit> ofTicket(String ticket);

    /** @return what came of the last visit of each of these tickets; without those that have none, or one that is open */
    Map<String, Visit.Outcome> outcomes(Collection<String> tickets);

    /** @return visits of a site that are not ended, first due first, without their attempts; site empty: of all sites */
    List<Visit> open(String site, int most);

    /** @return a month's figures, site by site; site empty: of all sites that had visits */
    List<VisitFigures> figures(String site, YearMonth month);

    /** Keeps what the resident said of the work before a visit is planned; what he said before that is replaced. */
    void rate(String ticket, Satisfaction satisfaction, String by, Instant at);

    /** @return what the resident said of the work since the last plan, and forgets it */
    Optional<Satisfaction> takeRating(String ticket);
}
