package org.shouwen.credential;

import java.time.Instant;
import java.util.Optional;

/** A kind of paper that can be held against a phone. The feature that issues it says whether it holds. */
public interface Verifiable {

    /** @return capital letters and underscores; no two features use the same */
    String kind();

    /**
     * Read by anybody who has the paper in his hand: no name beyond {@code 张*}, no phone, no text that a resident wrote.
     *
     * @param subject number of the paper, signed by us, though it may be gone by now
     * @param issue which copy under that number
     */
    Verdict verify(String subject, int issue, Instant at);

    /** @return path of the page where a member of staff who is signed in goes on with the paper, {@code /desk/…}; mostly none */
    default Optional<String> staffPage(String token, String subject) {
        return Optional.empty();
    }
}
