package org.shouwen.renovation;

import java.time.Instant;
import java.util.Map;
import org.shouwen.notification.Notices;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;

/** What is decided about a renovation beside the steps of its flow is told wherever the flow stands. */
@Component
record ApplicantNews(Tickets tickets, Notices notices) {

    /** What the flow of a telling calls the reason. */
    static final String WHY = "why";

    /** @param why as the owner reads it; "" where nobody was asked for a reason */
    void tell(String number, String template, String why, Instant at) {
        notices.tellResident(
                tickets.get(number), new Notices.Message(template, template + "-" + at, at, Map.of(WHY, why)));
    }
}
