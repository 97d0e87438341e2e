package org.shouwen.returnvisit;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shouwen.problem.Refusal;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Repository;

/** All return visits, in our own tables. */
@Repository
public class Visits {

    /** Without the attempts. */
    private static final Columns<Visit> VISIT = Columns.of(Visit.class)
            .named("due", "due_at")
            .named("nextAttempt", "next_attempt_at")
            .with("attempts", List.of());

    private static final Columns<Attempt> ATTEMPT = Columns.of(Attempt.class).named("by", "actor");

    private static final Columns<VisitFigures> FIGURES = Columns.of(VisitFigures.class);

    private final Sql sql;
    private final Moments moments;

    Visits(Sql sql, Moments moments) {
        this.sql = sql;
        this.moments = moments;
    }

    /** @return number of the ticket's next visit, from 1 */
    public int nextRound(String ticket) {
        return sql.count("SELECT count(*) FROM return_visit WHERE ticket = ?", ticket) + 1;
    }

    public void add(Visit visit) {
        sql.insert("return_visit", VISIT.values(visit, "is_open", visit.open()));
    }

    /**
     * Stores what changed, with attempts that were added.
     *
     * @throws Refusal where the visit was ended by somebody else since it was read
     */
    public void save(Visit visit) {
        int changed = sql.update(
                """
                UPDATE return_visit SET due_at = ?, explanation = ?, next_attempt_at = ?, outcome = ?, ended_at = ?,
                    is_open = ?
                WHERE ticket = ? AND round = ? AND is_open = TRUE
                """,
                visit.due(),
                visit.explanation(),
                visit.nextAttempt(),
                visit.outcome(),
                visit.endedAt(),
                visit.open(),
                visit.ticket(),
                visit.round());
        if (changed == 0) {
            throw Refusal.notPossibleNow("visit-ended", "工单 " + visit.ticket() + " 的这次回访刚刚有人办完，请刷新后再看");
        }
        int known = sql.count(
                "SELECT count(*) FROM return_visit_attempt WHERE ticket = ? AND round = ?",
                visit.ticket(),
                visit.round());
        for (Attempt attempt : visit.attempts().subList(known, visit.attempts().size())) {
            sql.insert(
                    "return_visit_attempt", ATTEMPT.values(attempt, "ticket", visit.ticket(), "round", visit.round()));
        }
    }

    /** @throws Refusal not found, with a sentence */
    public Visit get(String ticket, int round) {
        return ofTicket(ticket).stream()
                .filter(visit -> visit.round() == round)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("visit-not-found", "工单 " + ticket + " 没有第 " + round + " 次回访"));
    }

    /** @return the ticket's visits, first round first */
    public List<Visit> ofTicket(String ticket) {
        List<Visit> visits =
                sql.once().list(VISIT, "SELECT * FROM return_visit WHERE ticket = ? ORDER BY round", ticket);
        if (visits.isEmpty()) {
            return visits;
        }
        Map<Integer, List<Attempt>> attempts = sql
                .once()
                .list(
                        (row, i) -> Map.entry(row.getInt("round"), ATTEMPT.mapRow(row, i)),
                        "SELECT * FROM return_visit_attempt WHERE ticket = ? ORDER BY id",
                        ticket)
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return visits.stream()
                .map(visit -> visit.with(attempts.getOrDefault(visit.round(), List.of())))
                .toList();
    }

    /** @return what came of the last visit of each of these tickets; without those that have none, or one that is open */
    public Map<String, Visit.Outcome> outcomes(Collection<String> tickets) {
        if (tickets.isEmpty()) {
            return Map.of();
        }
        return sql
                .list(
                        (row, i) -> Map.entry(row.getString("ticket"), Visit.Outcome.valueOf(row.getString("outcome"))),
                        """
                        SELECT v.ticket, v.outcome FROM return_visit v
                        WHERE v.ticket IN (?) AND v.outcome IS NOT NULL
                            AND NOT EXISTS (SELECT 1 FROM return_visit later
                                WHERE later.ticket = v.ticket AND later.round > v.round)
                        """,
                        List.copyOf(tickets))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @return visits of a site that are not ended, first due first, without their attempts; site empty: of all sites */
    public List<Visit> open(String site, int most) {
        return sql.list(VISIT, """
                SELECT v.* FROM return_visit v JOIN ticket t ON t.number = v.ticket
                WHERE v.is_open = TRUE AND (? = '' OR v.site = ?) AND t.status <> 'WITHDRAWN'
                ORDER BY v.due_at, v.ticket LIMIT ?
                """, site, site, most);
    }

    /** @return a month's figures, site by site; site empty: of all sites that had visits */
    public List<VisitFigures> figures(String site, YearMonth month) {
        return sql.list(
                FIGURES.with("month", month),
                """
                SELECT v.site AS site,
                    count(*) AS due,
                    count(CASE WHEN v.outcome IN ('SATISFIED', 'FAIR', 'DISSATISFIED') THEN 1 END) AS visited,
                    count(CASE WHEN v.outcome = 'UNREACHED' THEN 1 END) AS unreached,
                    count(CASE WHEN v.outcome = 'SATISFIED' THEN 1 END) AS satisfied,
                    count(CASE WHEN v.outcome = 'DISSATISFIED' THEN 1 END) AS dissatisfied
                FROM return_visit v JOIN ticket t ON t.number = v.ticket
                WHERE v.drawn = TRUE AND v.due_at >= ? AND v.due_at < ? AND (? = '' OR v.site = ?)
                    AND t.status <> 'WITHDRAWN'
                GROUP BY v.site ORDER BY v.site
                """,
                moments.start(month),
                moments.start(month.plusMonths(1)),
                site,
                site);
    }

    /** Keeps what the resident said of the work before a visit is planned; what he said before that is replaced. */
    public void rate(String ticket, Satisfaction satisfaction, String by, Instant at) {
        takeRating(ticket);
        sql.update(
                "INSERT INTO resident_rating (ticket, at, actor, satisfaction) VALUES (?, ?, ?, ?)",
                ticket,
                at,
                by,
                satisfaction);
    }

    /** @return what the resident said of the work since the last plan, and forgets it */
    public Optional<Satisfaction> takeRating(String ticket) {
        Optional<Satisfaction> rating =
                sql.find(Satisfaction.class, "SELECT satisfaction FROM resident_rating WHERE ticket = ?", ticket);
        sql.update("DELETE FROM resident_rating WHERE ticket = ?", ticket);
        return rating;
    }
}
