package org.shouwen.complaint.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.shouwen.complaint.Measures;
import org.shouwen.resident.Aftermath;
import org.springframework.stereotype.Component;

/** A promised measure outlives its complaint: whoever complained can follow it on his page until it is done. */
@Component
record OwedMeasures(Measures measures) implements Aftermath {

    @Override
    public Optional<Instant> last(String ticket) {
        return measures.ofTicket(ticket).stream()
                .map(measure -> measure.open() ? Instant.MAX : measure.outcome().at())
                .max(Comparator.naturalOrder());
    }
}
