package org.shouwen.firstresponsibility;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.TimelineEntry;
import org.springframework.stereotype.Component;

/** Who may decide about other people's work: leads, supervisors, managers, and whoever stands in for one. */
@Component
public class Superiors {

    private static final Set<Duty> DUTIES = EnumSet.of(Duty.LEAD, Duty.SUPERVISOR, Duty.MANAGER);

    private final Roster roster;

    Superiors(Roster roster) {
        this.roster = roster;
    }

    /** @param site code of a site; null: any */
    public boolean isSuperior(String person, String site, Instant at) {
        return person.equals(TimelineEntry.SYSTEM)
                || roster.actingPostsOf(person, at).stream()
                        .anyMatch(post -> DUTIES.contains(post.duty())
                                && (site == null || post.site().equals(site)));
    }

    /** @return whether the person is above the other at one of his sites */
    public boolean isSuperiorOf(String person, String staff, Instant at) {
        return roster.postsOf(staff).stream().anyMatch(post -> isSuperior(person, post.site(), at));
    }

    /** Lists about other people's work are for superiors. */
    public void mustOversee(String person, Instant at) {
        if (!isSuperior(person, null, at)) {
            throw refusal("这份清单");
        }
    }

    void mustBeSuperior(String person, String site, String verb, Instant at) {
        if (!isSuperior(person, site, at)) {
            throw refusal(verb);
        }
    }

    void mustBeSuperiorOf(String person, String staff, String verb, Instant at) {
        if (!isSuperiorOf(person, staff, at)) {
            throw refusal(verb);
        }
    }

    private static Refusal refusal(String verb) {
        return Refusal.notAllowed("superior-required", verb + "只限本服务点的班长、主管或项目经理");
    }
}
