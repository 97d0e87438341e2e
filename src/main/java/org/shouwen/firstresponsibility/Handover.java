package org.shouwen.firstresponsibility;

import java.time.Instant;

/**
 * 交班记录: what is handed over at the end of a shift.
 *
 * @param post code of the post
 * @param matters open matters of the outgoing person, as they stood when the record was made
 * @param keys keys and tools
 * @param cash money and receipts
 * @param cautions what to look out for
 * @param outgoingSignedAt null: not yet
 * @param incomingSignedAt null: not yet
 */
public record Handover(
        long id,
        String post,
        String outgoing,
        String incoming,
        Instant shiftEnd,
        String matters,
        String keys,
        String cash,
        String cautions,
        Instant createdAt,
        Instant outgoingSignedAt,
        Instant incomingSignedAt) {

    /** @return code of who has to sign next; null: both did */
    public String waitsFor() {
        return outgoingSignedAt == null ? outgoing : incomingSignedAt == null ? incoming : null;
    }

    public boolean isSigned() {
        return outgoingSignedAt != null && incomingSignedAt != null;
    }
}
