package org.shouwen.workflow;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who acts and when, at the edge. A person's request acts as the person, now; the engine's own threads act as nobody;
 * imports and demo data act as somebody in the past.
 */
@Component
public class Acting {

    /** The actor in timelines where no person acts. */
    public static final String SYSTEM = "system";

    private final Clock clock;
    private final ThreadLocal<Instant> past = new ThreadLocal<>();

    Acting(Clock clock) {
        this.clock = clock;
    }

    /** @return code of the person who acts, or {@link #SYSTEM} */
    public String who() {
        return isPerson()
                ? SecurityContextHolder.getContext().getAuthentication().getName()
                : SYSTEM;
    }

    public boolean isPerson() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.isAuthenticated()
                && !(authentication instanceof AnonymousAuthenticationToken);
    }

    /** @return the moment at which what happens now is to be recorded */
    public Instant when() {
        Instant at = past.get();
        return at == null ? clock.instant().truncatedTo(ChronoUnit.MILLIS) : at;
    }

    /** Does something as a person, at a moment. */
    public <T> T as(String person, Instant at, Supplier<T> deed) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person, null, java.util.List.of()));
        return within(context, at, deed);
    }

    /** Does something as nobody, where a rule of ours and not a person's wish decides; the moment stays. */
    public <T> T asSystem(Supplier<T> deed) {
        return within(SecurityContextHolder.createEmptyContext(), past.get(), deed);
    }

    private <T> T within(SecurityContext context, Instant at, Supplier<T> deed) {
        SecurityContext before = SecurityContextHolder.getContext();
        Instant momentBefore = past.get();
        SecurityContextHolder.setContext(context);
        past.set(at);
        try {
            return deed.get();
        } finally {
            SecurityContextHolder.setContext(before);
            past.set(momentBefore);
        }
    }
}
