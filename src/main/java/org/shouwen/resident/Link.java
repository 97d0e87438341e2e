package org.shouwen.resident;

import java.time.Instant;

/**
 * A link to one page of one ticket, without its secret.
 *
 * @param tokenHash SHA-256 of the secret, in hex
 * @param purpose what a second person of the ticket is asked; null: it is the resident's
 * @param issuedBy code of the member of staff, or {@code system}: it went out with a notice
 * @param revokedAt when staff made it invalid, or null
 */
public record Link(
        long id,
        String tokenHash,
        String ticket,
        String purpose,
        Instant issuedAt,
        String issuedBy,
        Instant revokedAt) {

    /** @return path of the one page that it opens; what lies below belongs to that page */
    public String page() {
        return purpose == null ? "/r/t/" + ticket : "/r/p/" + ticket + "/" + purpose;
    }

    /** @param path of a request */
    boolean opens(String path) {
        return path.equals(page()) || path.startsWith(page() + "/");
    }
}
