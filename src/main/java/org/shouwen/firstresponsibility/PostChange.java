package org.shouwen.firstresponsibility;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 岗位变动: a post goes from one person to another before a witness (监交人); effective when all three signed, or withdrawn
 * before that.
 *
 * @param post code of the post
 * @param predecessor who gives it up
 * @param successor who takes it
 * @param witness a third person
 * @param matters open matters of that post in the hands of the predecessor when the record was made
 * @param withdrawnAt null: it was not
 * @param withdrawnBy code of who did
 * @param withdrawnWhy in his words
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
        Instant witnessSignedAt,
        Instant withdrawnAt,
        String withdrawnBy,
        String withdrawnWhy) {

    /** @return codes of who has not signed yet; nobody is waited for where it was withdrawn */
    public List<String> waitsFor() {
        return isWithdrawn() ? List.of() : unsigned();
    }

    private List<String> unsigned() {
        return Stream.of(
                        predecessorSignedAt == null ? predecessor : null,
                        successorSignedAt == null ? successor : null,
                        witnessSignedAt == null ? witness : null)
                .filter(Objects::nonNull)
                .toList();
    }

    /** @return when that person signed; empty: he has not, or is none of the three */
    Optional<Instant> signedAt(String staff) {
        return Optional.ofNullable(
                staff.equals(predecessor)
                        ? predecessorSignedAt
                        : staff.equals(successor) ? successorSignedAt : staff.equals(witness) ? witnessSignedAt : null);
    }

    public boolean isEffective() {
        return unsigned().isEmpty();
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    /** @return whether it may still become effective */
    public boolean isOpen() {
        return !waitsFor().isEmpty();
    }

    /** @return where it stands, as people read it; whom it waits for is said beside */
    public String state() {
        return isWithdrawn() ? "已撤回" : isEffective() ? "三方已签，已生效" : "待签字";
    }
}
