package org.shouwen.returnvisit.web;

import java.time.Instant;
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
        Instant due,
        String explanation,
        Instant nextAttempt,
        String outcome,
        Instant endedAt,
        List<AttemptView> attempts) {

    /** @param method null: the resident answered by himself */
    record AttemptView(
            Instant at, String by, String method, boolean reached, String reason, String satisfaction, String remark) {}

    record All(List<VisitView> items) {}

    static All all(List<Visit> visits) {
        return new All(visits.stream().map(VisitView::of).toList());
    }

    static VisitView of(Visit visit) {
        return new VisitView(
                visit.ticket(),
                visit.round(),
                visit.occasion().name(),
                visit.rule().required(),
                visit.drawn(),
                visit.rule().visitor().name(),
                visit.rule().method().name(),
                visit.due(),
                visit.explanation(),
                visit.nextAttempt(),
                name(visit.outcome()),
                visit.endedAt(),
                visit.attempts().stream().map(VisitView::attempt).toList());
    }

    private static AttemptView attempt(Attempt attempt) {
        return new AttemptView(
                attempt.at(),
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
