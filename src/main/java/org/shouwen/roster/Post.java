package org.shouwen.roster;

import java.util.Set;

/**
 * A function at a site (岗位); tasks are offered to posts, never to persons.
 *
 * @param code stable code, also the engine's candidate group, for example {@code plumbing-east}
 * @param site code of the site
 * @param name Chinese name
 * @param duty what it is there for
 * @param trades codes of the trades it works in; empty but for technicians
 */
public record Post(String code, String site, String name, Duty duty, Set<String> trades) {

    /** @return whether its duty counts at that site: a site's own, and the company's everywhere */
    public boolean countsAt(String other) {
        return duty == Duty.DIRECTOR || site.equals(other);
    }
}
