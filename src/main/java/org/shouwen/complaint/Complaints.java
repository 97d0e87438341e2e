package org.shouwen.complaint;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.problem.Refusal;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Repository;

/** What complaints keep beside their tickets. */
@Repository
public class Complaints {

    private static final Columns<Complaint> COMPLAINT = Columns.of(Complaint.class)
            .named("verdict.reason", "verdict_reason")
            .named("verdict.by", "verdict_by")
            .named("verdict.at", "verdict_at");

    private static final Columns<Investigation> INVESTIGATION =
            Columns.of(Investigation.class).named("by", "actor").named("second", "second_staff");

    private static final Columns<Answer> ANSWER = Columns.of(Answer.class).named("by", "actor");

    private static final Columns<Mediation> MEDIATION =
            Columns.of(Mediation.class).named("by", "actor");

    private final Sql sql;

    Complaints(Sql sql) {
        this.sql = sql;
    }

    public void add(String number, Complaint complaint) {
        sql.insert("complaint", COMPLAINT.values(complaint, "ticket", number));
    }

    /** @throws Refusal not found, with a sentence */
    public Complaint get(String number) {
        return find(number).orElseThrow(() -> Refusal.notFound("complaint-not-found", "没有编号为 " + number + " 的投诉"));
    }

    public Optional<Complaint> find(String number) {
        return sql.find(COMPLAINT, "SELECT * FROM complaint WHERE ticket = ?", number);
    }

    /** The resident has said what he wants. */
    public void wanted(String number, String wish) {
        sql.update("UPDATE complaint SET wish = ? WHERE ticket = ?", wish, number);
    }

    public void investigated(String number, Investigation investigation) {
        sql.insert("complaint_investigation", INVESTIGATION.values(investigation, "ticket", number));
    }

    /** @return number of the complaint's next answer, from 1 */
    public int nextRound(String number) {
        return sql.count("SELECT coalesce(max(round), 0) + 1 FROM complaint_answer WHERE ticket = ?", number);
    }

    /** @param letter the paper that goes out, or null */
    public void answered(Answer answer, byte[] letter) {
        sql.insert("complaint_answer", ANSWER.with("written", letter != null).values(answer, "letter", letter));
    }

    /** @return the answers, first one first */
    public List<Answer> answers(String number) {
        return sql.list(ANSWER, """
                SELECT ticket, round, at, actor, text, response, remark, letter IS NOT NULL AS written
                FROM complaint_answer WHERE ticket = ? ORDER BY round
                """, number);
    }

    public Optional<Answer> lastAnswer(String number) {
        return answers(number).stream().reduce((earlier, later) -> later);
    }

    /** @return the letter as it went out */
    public Optional<byte[]> letter(String number, int round) {
        return sql.find(
                byte[].class, "SELECT letter FROM complaint_answer WHERE ticket = ? AND round = ?", number, round);
    }

    public void mediated(String number, Mediation mediation) {
        sql.insert("complaint_mediation", MEDIATION.values(mediation, "ticket", number));
    }

    public boolean mediatedSince(String number, Instant at) {
        return sql.count("SELECT count(*) FROM complaint_mediation WHERE ticket = ? AND at >= ?", number, at) > 0;
    }

    /** Keeps the verdict; a later one takes the place of the one before. */
    public void judged(String number, Complaint.Verdict verdict) {
        sql.update(
                "UPDATE complaint SET valid = ?, verdict_reason = ?, verdict_by = ?, verdict_at = ? WHERE ticket = ?",
                verdict.valid(),
                verdict.reason(),
                verdict.by(),
                verdict.at(),
                number);
    }
}
