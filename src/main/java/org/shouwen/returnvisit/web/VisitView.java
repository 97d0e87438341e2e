package org.shouwen.returnvisit.web;

import java.time.OffsetDateTime;
import java.util.List;
import org.shouwen.returnvisit.Attempt;
import org.shouwen.returnvisit.Visit;
import org.shouwen.wording.Moments;

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

    record All(List<VisitView> items) {}

    static All all(List<Visit> visits, Moments moments) {
        return new All(visits.stream().map(visit -> of(visit, moments)).toList());
    }

    static VisitView of(Visit visit, Moments moments) {
        return new VisitView(
                visit.ticket(),
                visit.round(),
                visit.occasion().name(),
                visit.rule().required(),
                visit.drawn(),
                visit.rule().visitor().name(),
                visit.rule().method().name(),
                moments.local(visit.due()),
                visit.explanation(),
                moments.local(visit.nextAttempt()),
                name(visit.outcome()),
                moments.local(visit.endedAt()),
                visit.attempts().stream()
                        .map(attempt -> attempt(attempt, moments))
                        .toList());
    }

    private static AttemptView attempt(Attempt attempt, Moments moments) {
        return new AttemptView(
                moments.local(attempt.at()),
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
}
