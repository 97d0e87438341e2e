package org.shouwen.repair;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Repository;

/** What repairs keep beside their tickets. */
@Repository
public class Repairs {

    private static final Columns<Responsibility> RESPONSIBILITY = Columns.of(Responsibility.class);
    private static final Columns<Urgency> URGENCY =
            Columns.of(Urgency.class).named("why", "priority_why").named("basis", "priority_basis");
    private static final Columns<Quote> QUOTE = Columns.of(Quote.class);

    private static final Columns<MajorRepair> MAJOR = Columns.of(MajorRepair.class);
    private static final Columns<WorkReport> REPORT =
            Columns.of(WorkReport.class).named("source", "material_source");

    private static final Columns<MissedVisit> MISSED =
            Columns.of(MissedVisit.class).named("next", "slot_from");

    private final Sql sql;

    Repairs(Sql sql) {
        this.sql = sql;
    }

    public void add(String number, Responsibility responsibility, Urgency urgency) {
        sql.insert(
                "repair",
                RESPONSIBILITY.values(
                        responsibility,
                        "ticket",
                        number,
                        "priority_why",
                        urgency.why(),
                        "priority_basis",
                        urgency.basis()));
    }

    /** Somebody else is responsible than was thought, or it is more or less urgent. */
    public void correct(String number, Responsibility responsibility, Urgency urgency, Responsibility.Cause cause) {
        sql.update(
                """
                UPDATE repair SET responsible = ?, paid = ?, advice = ?, basis = ?, priority_why = ?,
                    priority_basis = ?, cause = ?
                WHERE ticket = ?
                """,
                responsibility.responsible(),
                responsibility.paid(),
                responsibility.advice(),
                responsibility.basis(),
                urgency.why(),
                urgency.basis(),
                cause,
                number);
    }

    public Optional<Responsibility> responsibility(String number) {
        return sql.once()
                .find(RESPONSIBILITY, "SELECT responsible, paid, advice, basis FROM repair WHERE ticket = ?", number);
    }

    /** @return why it has its priority; empty for what was judged before this was kept */
    public Optional<Urgency> urgency(String number) {
        return sql.once()
                .find(URGENCY, "SELECT priority_why, priority_basis FROM repair WHERE ticket = ?", number)
                .filter(urgency -> !urgency.why().isEmpty());
    }

    /** @return what the damage came from, as far as it is known */
    public Responsibility.Cause cause(String number) {
        return sql.find(Responsibility.Cause.class, "SELECT cause FROM repair WHERE ticket = ?", number)
                .orElseThrow();
    }

    public void report(String number, WorkReport report, String by, Instant at) {
        sql.insert("repair_work_report", REPORT.values(report, "ticket", number, "at", at, "actor", by));
    }

    public Optional<WorkReport> lastReport(String number) {
        return sql.once()
                .find(REPORT, "SELECT * FROM repair_work_report WHERE ticket = ? ORDER BY id DESC LIMIT 1", number);
    }

    /** Keeps a price; the last one counts. */
    public void quote(String number, Quote quote, String by, Instant at) {
        sql.insert("repair_quote", QUOTE.values(quote, "ticket", number, "at", at, "actor", by));
    }

    /** Keeps what the resident said to the last price. */
    public void answer(String number, Quote.Answer answer, String remark, String by, Instant at) {
        sql.update("""
                UPDATE repair_quote SET answer = ?, remark = ?, answered_at = ?, answered_by = ?
                WHERE id = (SELECT max(id) FROM repair_quote WHERE ticket = ?)
                """, answer, remark, at, by, number);
    }

    public Optional<Quote> lastQuote(String number) {
        return sql.find(QUOTE, "SELECT * FROM repair_quote WHERE ticket = ? ORDER BY id DESC LIMIT 1", number);
    }

    /** Keeps what is proposed as a major repair; the last one counts. */
    public void propose(String number, MajorRepair proposal) {
        sql.insert("major_repair", MAJOR.values(proposal, "ticket", number));
    }

    /** Keeps what was decided about the last proposal. */
    public void decide(String number, boolean approved, String reason, String by, Instant at) {
        sql.update("""
                UPDATE major_repair SET approved = ?, reason = ?, decided_by = ?, decided_at = ?
                WHERE id = (SELECT max(id) FROM major_repair WHERE ticket = ?)
                """, approved, reason, by, at, number);
    }

    /** @return the last proposal */
    public Optional<MajorRepair> major(String number) {
        return sql.find(MAJOR, "SELECT * FROM major_repair WHERE ticket = ? ORDER BY id DESC LIMIT 1", number);
    }

    /** @return the last proposal that was approved */
    public Optional<MajorRepair> approvedMajor(String number) {
        return sql.find(
                MAJOR, "SELECT * FROM major_repair WHERE ticket = ? AND approved ORDER BY id DESC LIMIT 1", number);
    }

    public void missed(String number, MissedVisit visit, String by) {
        sql.insert("missed_visit", MISSED.values(visit, "ticket", number, "actor", by));
    }

    /** @return visits that came to nothing, oldest first */
    public List<MissedVisit> missedVisits(String number) {
        return sql.list(MISSED, "SELECT * FROM missed_visit WHERE ticket = ? ORDER BY id", number);
    }
}
