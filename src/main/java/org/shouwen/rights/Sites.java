package org.shouwen.rights;

import java.util.Set;

/** Whose own a site is. */
@FunctionalInterface
public interface Sites {

    /** @return codes of the sites where the person is on a post, or is named to stand in on one */
    Set<String> sitesOf(String staff);
}
