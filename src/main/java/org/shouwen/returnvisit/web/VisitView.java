package org.shouwen.returnvisit.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.shouwen.returnvisit.Attempt;
import org.shouwen.returnvisit.Visit;

/**
 * A return visit as callers read it.
 *
 * @param due by when the resident is asked; null where he is not
 * @param nextAttempt when to try again, or null
 * @param outcome null while it is open
 */
record VisitView(
        String ticket,
        int round,
        String occasion,
        boolean required,
        boolean drawn,
        String visitor,
        String method,
        OffsetDateTime due,
        String explanation,
        OffsetDateTime nextAttempt,
        String outcome,
        OffsetDateTime endedAt,
        List<AttemptView> attempts) {

    /** @param method null: the resident answered by himself */
    record AttemptView(
            OffsetDateTime at,
            String by,
            String method,
            boolean reached,
            String reason,
            String satisfaction,
            String remark) {}

    static VisitView of(Visit visit, ZoneId zone) {
        return new VisitView(
                visit.ticket(),
                visit.round(),
                visit.occasion().name(),
                visit.rule().required(),
                visit.drawn(),
                visit.rule().visitor().name(),
                visit.rule().method().name(),
                local(visit.due(), zone),
                visit.explanation(),
                local(visit.nextAttempt(), zone),
                name(visit.outcome()),
                local(visit.endedAt(), zone),
                visit.attempts().stream().map(attempt -> attempt(attempt, zone)).toList());
    }

    private static AttemptView attempt(Attempt attempt, ZoneId zone) {
        return new AttemptView(
                local(attempt.at(), zone),
                attempt.by(),
                name(attempt.method()),
                attempt.reached(),
                attempt.reason(),
                name(attempt.satisfaction()),
                attempt.remark());
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static OffsetDateTime local(Instant at, ZoneId zone) {
        return at == null ? null : at.atZone(zone).toOffsetDateTime();
    }
}
