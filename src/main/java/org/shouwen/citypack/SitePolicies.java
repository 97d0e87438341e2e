package org.shouwen.citypack;

import java.time.Instant;

/** What each site goes by, as the manager chose it. */
public interface SitePolicies {

    /** @return never missing: {@link SitePolicy#usual} where nobody chose */
    SitePolicy of(String site);

    /** Keeps everything but the quiet periods, in place of what was chosen before. */
    void choose(SitePolicy policy, String by, Instant at);

    /** @throws org.shouwen.problem.Refusal where one of the same name and first day is kept already */
    void add(QuietPeriod period, String by, Instant at);

    /** Takes a quiet period out; that there is none changes nothing. */
    void removeQuietPeriod(String site, long id);
}
