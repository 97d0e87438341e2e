package org.shouwen.studio;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;

/**
 * A promise that would have another date.
 *
 * @param before by the version that was changed; null: it sets no limit
 * @param after by the draft; null: it sets no limit, or makes no such promise
 * @param late whether it is late by the one
 * @param lateAfter whether it would be by the other
 */
public record Moved(ClockKind clock, Instant before, Instant after, boolean late, boolean lateAfter) {

    /**
     * @param stands the ticket's promise as it is; null: there is none
     * @param given the same as the table gave it when the ticket was taken in; null: it gave none, or nobody knows
     * @param before as the version that was changed gives it
     * @param after as the draft gives it; null: it gives none
     * @param at until when a running promise has not been kept
     * @return empty where somebody paused, moved or gave it anew since, so that its date is not the table's any more
     */
    static Optional<Moved> of(Deadline stands, Deadline given, Deadline before, Deadline after, Instant at) {
        boolean itsOwn = stands != null
                && given != null
                && before != null
                && stands.cycle() == 0
                && !stands.paused()
                && stands.startedAt().equals(given.startedAt())
                && Objects.equals(stands.due(), given.due());
        return itsOwn
                ? Optional.of(new Moved(
                        stands.clock(),
                        due(before),
                        due(after),
                        late(stands, due(before), at),
                        late(stands, due(after), at)))
                : Optional.empty();
    }

    private static Instant due(Deadline promise) {
        return promise == null ? null : promise.due();
    }

    private static boolean late(Deadline stands, Instant due, Instant at) {
        boolean counts = stands.stoppedAt() == null || stands.kept();
        return counts && due != null && (stands.stoppedAt() == null ? at : stands.stoppedAt()).isAfter(due);
    }
}
