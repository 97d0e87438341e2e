package org.shouwen.citypack;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes what a site goes by. What was given out with other hours on it is named to whoever does, and its holders are told. */
@Component
public class SiteRulesDesk {

    private final SitePolicies policies;
    private final WorkHours hours;
    private final List<PrintedHours> printed;

    SiteRulesDesk(SitePolicies policies, WorkHours hours, List<PrintedHours> printed) {
        this.policies = policies;
        this.hours = hours;
        this.printed = printed;
    }

    /** @return numbers of the papers that would say other hours, were this chosen; nothing is kept */
    public List<String> concerned(SitePolicy draft) {
        return concerned(hours.choice(draft.site()), new WorkHours.Choice(draft, true));
    }

    /** @return numbers of the papers that say other hours now */
    @Transactional
    public List<String> choose(SitePolicy policy, String by, Instant at) {
        return changing(policy.site(), () -> policies.choose(policy, by, at), by, at);
    }

    /** @return the same */
    @Transactional
    public List<String> add(QuietPeriod period, String by, Instant at) {
        return changing(period.site(), () -> policies.add(period, by, at), by, at);
    }

    /** @return the same */
    @Transactional
    public List<String> removeQuietPeriod(String site, long id, String by, Instant at) {
        return changing(site, () -> policies.removeQuietPeriod(site, id), by, at);
    }

    private List<String> changing(String site, Runnable change, String by, Instant at) {
        WorkHours.Choice before = hours.choice(site);
        change.run();
        WorkHours.Choice after = hours.choice(site);
        printed.forEach(papers -> papers.changed(before, after, by, at));
        return concerned(before, after);
    }

    private List<String> concerned(WorkHours.Choice before, WorkHours.Choice after) {
        return printed.stream()
                .flatMap(papers -> papers.concerned(before, after).stream())
                .toList();
    }
}
