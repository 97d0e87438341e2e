package org.shouwen.rights;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Who asks, in which roles, for which sites, and when. A request has one; nobody below the edge asks for it elsewhere. */
public final class Caller {

    private final String code;
    private final Set<Role> roles;
    private final Supplier<Set<String>> roster;
    private final Instant at;
    private Set<String> sites;

    /**
     * @param code the account, which is the code of the member of staff
     * @param sites codes of the person's own sites; asked at most once, and only where it matters
     */
    public Caller(String code, Set<Role> roles, Supplier<Set<String>> sites, Instant at) {
        this.code = code;
        this.roles = Set.copyOf(roles);
        this.roster = sites;
        this.at = at;
    }

    public String code() {
        return code;
    }

    public Set<Role> roles() {
        return roles;
    }

    /** @return the moment of the request */
    public Instant at() {
        return at;
    }

    public boolean isAny(Role... any) {
        return Arrays.stream(any).anyMatch(roles::contains);
    }

    /** @return whether the person reads the tickets of every site: who keeps the system going finds failed steps anywhere */
    public boolean readsEverySite() {
        return isAny(Role.ADMINISTRATOR);
    }

    /** @return codes of the sites where the person is on a post, or is named to stand in on one */
    public Set<String> sites() {
        if (sites == null) {
            sites = Set.copyOf(roster.get());
        }
        return sites;
    }

    /** @return those of these sites that lists and figures show the person */
    public List<String> readable(Collection<String> all) {
        return all.stream().filter(this::reads).toList();
    }

    public boolean isOf(String site) {
        return sites().contains(site);
    }

    /** @return whether lists and figures show the person what is of that site */
    public boolean reads(String site) {
        return readsEverySite() || isOf(site);
    }
}
