package org.shouwen.testing;

import java.time.Instant;
import java.util.Set;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.roster.Roster;

/** Whoever asks, without a request. */
public final class Callers {

    private Callers() {}

    public static Caller of(String code, Roster roster, Instant at, Role... roles) {
        return new Caller(code, Set.of(roles), () -> roster.sitesOf(code), at);
    }

    /** Somebody of these sites. */
    public static Caller at(Set<String> sites, Instant at, String code, Role... roles) {
        return new Caller(code, Set.of(roles), () -> sites, at);
    }
}
