package org.shouwen.database;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * How long the database may leave an answer out. Whoever looks at a page has the least patience; a job ends before another
 * node takes it over; a migration takes as long as it takes.
 */
@Component
class Patience {

    private final Duration request;
    private final Duration job;
    private volatile boolean serving;

    Patience(
            @Value("${shouwen.database.patience:2500ms}") Duration request,
            @Value("${shouwen.database.job-patience:20s}") Duration job) {
        this.request = request;
        this.job = job;
    }

    @EventListener(ApplicationReadyEvent.class)
    void serve() {
        serving = true;
    }

    /** @return what whoever asks now may wait for one answer; 0: as long as it takes */
    Duration ofThisThread() {
        if (RequestContextHolder.getRequestAttributes() != null) {
            return request;
        }
        return serving ? job : Duration.ZERO;
    }
}
