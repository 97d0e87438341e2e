package org.shouwen.resident.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shouwen.attachment.AttachmentEvent;
import org.shouwen.ticket.TimelineEntry;

/**
 * The history as a resident reads it: what happened, in the words that its feature declares. What staff wrote to each other
 * stays with them, and an event without such words is theirs.
 */
final class PlainTimeline {

    private PlainTimeline() {}

    /** A line, newest first. */
    record Line(String at, String text) {}

    /** @param moment how it says a moment */
    static List<Line> of(List<TimelineEntry> timeline, Function<Instant, String> moment) {
        Set<Instant> told = timeline.stream()
                .filter(entry -> entry.actor().equals(TimelineEntry.RESIDENT) && !entry.is(AttachmentEvent.ATTACHED))
                .map(TimelineEntry::at)
                .collect(Collectors.toSet());
        List<Line> lines = new ArrayList<>();
        for (TimelineEntry entry : timeline) {
            // The files of something that he handed in are no news beside it
            boolean said = entry.is(AttachmentEvent.ATTACHED) && told.contains(entry.at());
            String words = entry.wordsForResident();
            if (words != null && !said) {
                lines.add(0, new Line(moment.apply(entry.at()), words));
            }
        }
        return lines;
    }
}
