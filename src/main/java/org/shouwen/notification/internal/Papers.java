package org.shouwen.notification.internal;

import java.util.List;
import java.util.Optional;
import org.shouwen.ticket.Enclosures;
import org.shouwen.ticket.Ticket;
import org.springframework.stereotype.Component;

/** The papers of all features, by name. */
@Component
record Papers(List<Enclosures> features) {

    /** @return name of the paper that goes along with this notice */
    Optional<String> with(String template, Ticket ticket) {
        return features.stream()
                .flatMap(feature -> feature.with(template, ticket).stream())
                .findFirst();
    }

    /** @throws IllegalStateException where there is no such paper any more */
    Enclosures.Enclosure paper(String name) {
        return features.stream()
                .flatMap(feature -> feature.paper(name).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("没有编号 " + name + " 的附件"));
    }
}
