package org.shouwen.resident;

import java.time.Instant;
import java.util.Optional;

/** What is still to come of a matter that has ended, as a promised measure is; implemented by its feature. */
public interface Aftermath {

    /** @return when the last of it came to pass, {@link Instant#MAX} while something is to come; empty: there was nothing */
    Optional<Instant> last(String ticket);
}
