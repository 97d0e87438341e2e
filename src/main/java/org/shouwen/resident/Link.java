package org.shouwen.resident;

import java.time.Instant;

/**
 * A link to one ticket's page, without its secret.
 *
 * @param tokenHash SHA-256 of the secret, in hex
 * @param issuedBy code of the member of staff, or {@code system}: it went out with a notice
 * @param revokedAt when staff made it invalid, or null
 */
public record Link(long id, String tokenHash, String ticket, Instant issuedAt, String issuedBy, Instant revokedAt) {}
