package org.shouwen.firstresponsibility;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * 岗位变动: a post goes from one person to another before a witness (监交人); effective when all three signed.
 *
 * @param post code of the post
 * @param predecessor who gives it up
 * @param successor who takes it
 * @param witness a third person
 * @param matters open matters of the predecessor when the record was made
 */
public record PostChange(
        long id,
        String post,
        String predecessor,
        String successor,
        String witness,
        String matters,
        String items,
        String keys,
        String files,
        String createdBy,
        Instant createdAt,
        Instant predecessorSignedAt,
        Instant successorSignedAt,
        Instant witnessSignedAt) {

    /** @return codes of who has not signed yet */
    public List<String> waitsFor() {
        return Stream.of(
                        predecessorSignedAt == null ? predecessor : null,
                        successorSignedAt == null ? successor : null,
                        witnessSignedAt == null ? witness : null)
                .filter(Objects::nonNull)
                .toList();
    }

    public boolean isEffective() {
        return waitsFor().isEmpty();
    }
}
