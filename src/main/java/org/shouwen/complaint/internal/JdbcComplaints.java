package org.shouwen.complaint.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.complaint.Answer;
import org.shouwen.complaint.Circumstance;
import org.shouwen.complaint.Complaint;
import org.shouwen.complaint.Complaints;
import org.shouwen.complaint.Grade;
import org.shouwen.complaint.Investigation;
import org.shouwen.complaint.Mediation;
import org.shouwen.complaint.Owner;
import org.shouwen.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcComplaints implements Complaints {

    private final JdbcClient jdbc;

    JdbcComplaints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(String number, Complaint complaint) {
        jdbc.sql("""
                        INSERT INTO complaint (ticket, grade, owner, why, circumstances, households, repeats, hotline,
                            hotline_due, two_people, wish)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        number,
                        complaint.grade().name(),
                        complaint.owner().name(),
                        complaint.why(),
                        complaint.circumstances().stream().map(Enum::name).collect(Collectors.joining(",")),
                        complaint.households(),
                        complaint.repeats(),
                        complaint.hotline(),
                        utc(complaint.hotlineDue()),
                        complaint.twoPeople(),
                        complaint.wish()))
                .update();
    }

    @Override
    public Complaint get(String number) {
        return find(number).orElseThrow(() -> Refusal.notFound("complaint-not-found", "没有编号为 " + number + " 的投诉"));
    }

    @Override
    public Optional<Complaint> find(String number) {
        return jdbc.sql("SELECT * FROM complaint WHERE ticket = ?")
                .param(number)
                .query((row, i) -> complaint(row))
                .optional();
    }

    private static Complaint complaint(ResultSet row) throws SQLException {
        Instant judged = instant(row, "verdict_at");
        return new Complaint(
                Grade.valueOf(row.getString("grade")),
                Owner.valueOf(row.getString("owner")),
                row.getString("why"),
                circumstances(row.getString("circumstances")),
                row.getInt("households"),
                row.getInt("repeats"),
                row.getString("hotline"),
                instant(row, "hotline_due"),
                row.getBoolean("two_people"),
                row.getString("wish"),
                judged == null
                        ? Optional.empty()
                        : Optional.of(new Complaint.Verdict(
                                row.getBoolean("valid"),
                                row.getString("verdict_reason"),
                                row.getString("verdict_by"),
                                judged)));
    }

    private static Set<Circumstance> circumstances(String codes) {
        return Arrays.stream(codes.split(","))
                .filter(code -> !code.isEmpty())
                .map(Circumstance::valueOf)
                .collect(Collectors.toSet());
    }

    @Override
    public void wanted(String number, String wish) {
        jdbc.sql("UPDATE complaint SET wish = ? WHERE ticket = ?")
                .params(wish, number)
                .update();
    }

    @Override
    public void investigated(String number, Investigation investigation) {
        jdbc.sql("""
                        INSERT INTO complaint_investigation (ticket, at, actor, second_staff, findings, plan)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        number,
                        utc(investigation.at()),
                        investigation.by(),
                        investigation.second(),
                        investigation.findings(),
                        investigation.plan()))
                .update();
    }

    @Override
    public Optional<Investigation> lastInvestigation(String number) {
        return jdbc.sql("SELECT * FROM complaint_investigation WHERE ticket = ? ORDER BY id DESC LIMIT 1")
                .param(number)
                .query((row, i) -> new Investigation(
                        instant(row, "at"),
                        row.getString("actor"),
                        row.getString("second_staff"),
                        row.getString("findings"),
                        row.getString("plan")))
                .optional();
    }

    @Override
    public int nextRound(String number) {
        return jdbc.sql("SELECT coalesce(max(round), 0) + 1 FROM complaint_answer WHERE ticket = ?")
                .param(number)
                .query(Integer.class)
                .single();
    }

    @Override
    public void answered(Answer answer, byte[] letter) {
        jdbc.sql("""
                        INSERT INTO complaint_answer (ticket, round, at, actor, text, response, remark, letter)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        answer.ticket(),
                        answer.round(),
                        utc(answer.at()),
                        answer.by(),
                        answer.text(),
                        answer.response().name(),
                        answer.remark(),
                        letter))
                .update();
    }

    @Override
    public List<Answer> answers(String number) {
        return jdbc.sql("""
                        SELECT ticket, round, at, actor, text, response, remark, letter IS NOT NULL AS written
                        FROM complaint_answer WHERE ticket = ? ORDER BY round
                        """)
                .param(number)
                .query((row, i) -> new Answer(
                        row.getString("ticket"),
                        row.getInt("round"),
                        instant(row, "at"),
                        row.getString("actor"),
                        row.getString("text"),
                        Answer.Response.valueOf(row.getString("response")),
                        row.getString("remark"),
                        row.getBoolean("written")))
                .list();
    }

    @Override
    public Optional<byte[]> letter(String number, int round) {
        return jdbc.sql("SELECT letter FROM complaint_answer WHERE ticket = ? AND round = ? AND letter IS NOT NULL")
                .params(number, round)
                .query((row, i) -> row.getBytes("letter"))
                .optional();
    }

    @Override
    public void mediated(String number, Mediation mediation) {
        jdbc.sql("INSERT INTO complaint_mediation (ticket, at, actor, parties, result) VALUES (?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        number, utc(mediation.at()), mediation.by(), mediation.parties(), mediation.result()))
                .update();
    }

    @Override
    public Optional<Mediation> lastMediation(String number) {
        return jdbc.sql("SELECT * FROM complaint_mediation WHERE ticket = ? ORDER BY id DESC LIMIT 1")
                .param(number)
                .query((row, i) -> new Mediation(
                        instant(row, "at"), row.getString("actor"), row.getString("parties"), row.getString("result")))
                .optional();
    }

    @Override
    public void judged(String number, Complaint.Verdict verdict) {
        jdbc.sql("""
                        UPDATE complaint SET valid = ?, verdict_reason = ?, verdict_by = ?, verdict_at = ?
                        WHERE ticket = ?
                        """)
                .params(verdict.valid(), verdict.reason(), verdict.by(), utc(verdict.at()), number)
                .update();
    }

    static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
