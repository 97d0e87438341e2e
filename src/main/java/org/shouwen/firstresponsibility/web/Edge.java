package org.shouwen.firstresponsibility.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.shouwen.workflow.Acting;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where requests meet the clock and the person. */
@Component("responsibilityEdge")
record Edge(
        Acting acting,
        @Value("${shouwen.zone:Asia/Shanghai}") ZoneId zone) {

    /** @return null for null */
    OffsetDateTime local(Instant at) {
        return at == null ? null : at.atZone(zone).toOffsetDateTime();
    }
}
