package org.shouwen.studio;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Other files for models, from their draft or proposal on: they come in force together, and are taken back together.
 *
 * @param reason "" while it is a draft
 * @param byManager whether whoever proposed it was a manager
 * @param decidedBy who approved it, sent it back or withdrew it, or null
 * @param note why it was sent back; "": nothing was said
 * @param inForceFrom what its proposer wishes, then what was approved; null: at once
 * @param files text by name, of those that are otherwise than in the versions that were changed
 */
public record Change(
        long id,
        String reason,
        String proposedBy,
        boolean byManager,
        Instant proposedAt,
        State state,
        Optional<String> decidedBy,
        Instant decidedAt,
        String note,
        Instant inForceFrom,
        List<Changed> models,
        Map<String, String> files) {

    /** It was approved for a moment ahead. */
    public record Scheduled(long id, Instant from) {}

    /**
     * A model that it changes.
     *
     * @param model name of its file
     * @param base the version that was changed
     * @param version which it became, or null
     * @param restores the version whose text an undoing brought back, or null
     * @param openFor the model while the change waits for a decision or for its moment, or null
     * @param replaced the version that it replaced, or null
     */
    public record Changed(
            String model,
            String base,
            Optional<String> version,
            Optional<String> restores,
            String openFor,
            String replaced) {}

    /** How it stands. */
    public enum State {
        DRAFT("草稿"),
        PROPOSED("等待批准"),
        /** Approved, and not yet in force. */
        SCHEDULED("等待生效", "批准"),
        APPROVED("已批准", "批准"),
        RETURNED("已退回", "退回"),
        WITHDRAWN("已撤回", "撤回"),
        /** Approved for a moment at which it could not come in force. */
        LAPSED("未能生效", "批准"),
        UNDOING("撤销");

        private final String label;
        private final String deed;

        State(String label) {
            this(label, label);
        }

        State(String label, String deed) {
            this.label = label;
            this.deed = deed;
        }

        /** @return what people read */
        public String label() {
            return label;
        }

        /** @return what whoever decided it did */
        public String deed() {
            return deed;
        }
    }

    Change with(List<Changed> changed, Map<String, String> texts) {
        return new Change(
                id,
                reason,
                proposedBy,
                byManager,
                proposedAt,
                state,
                decidedBy,
                decidedAt,
                note,
                inForceFrom,
                changed,
                texts);
    }

    /** @return whether it waits for a decision */
    public boolean isOpen() {
        return state == State.PROPOSED;
    }

    /** @return whether it is approved and waits for its moment */
    public boolean isScheduled() {
        return state == State.SCHEDULED;
    }

    /** @return whether who proposed it approved it himself */
    public boolean isApprovedAlone() {
        return decidedBy.filter(proposedBy::equals).isPresent() && state.deed().equals(State.APPROVED.deed());
    }

    /** @return whether its proposer may take it up again */
    public boolean canBeMadeAgain() {
        return state == State.RETURNED || state == State.WITHDRAWN || state == State.LAPSED;
    }

    /** @return whether it is his alone who made it: it was never proposed, and so has no reason yet */
    public boolean isPrivate() {
        return isDraft() || reason.isEmpty();
    }

    public boolean isDraft() {
        return state == State.DRAFT;
    }

    /** @return ids of the versions that were changed */
    List<String> bases() {
        return models.stream().map(Changed::base).toList();
    }

    Optional<Changed> of(String model) {
        return models.stream().filter(one -> one.model().equals(model)).findFirst();
    }

    /** @return its files as they are deployed */
    Map<String, byte[]> sources() {
        Map<String, byte[]> sources = new TreeMap<>();
        files.forEach((file, text) -> sources.put(file, text.getBytes(StandardCharsets.UTF_8)));
        return sources;
    }
}
