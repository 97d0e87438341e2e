package org.shouwen.repair.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.shouwen.repair.MissedVisit;
import org.shouwen.repair.Quote;
import org.shouwen.repair.Repairs;
import org.shouwen.repair.Responsibility;
import org.shouwen.repair.WorkReport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRepairs implements Repairs {

    private final JdbcClient jdbc;

    JdbcRepairs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(String number, Responsibility responsibility) {
        jdbc.sql("INSERT INTO repair (ticket, responsible, paid, advice) VALUES (?, ?, ?, ?)")
                .params(number, responsibility.responsible().name(), responsibility.paid(), responsibility.advice())
                .update();
    }

    @Override
    public Optional<Responsibility> responsibility(String number) {
        return jdbc.sql("SELECT responsible, paid, advice FROM repair WHERE ticket = ?")
                .param(number)
                .query((row, i) -> new Responsibility(
                        Responsibility.Party.valueOf(row.getString("responsible")),
                        row.getBoolean("paid"),
                        row.getString("advice")))
                .optional();
    }

    @Override
    public void correct(String number, Responsibility responsibility, Responsibility.Cause cause) {
        jdbc.sql("UPDATE repair SET responsible = ?, paid = ?, advice = ?, cause = ? WHERE ticket = ?")
                .params(
                        responsibility.responsible().name(),
                        responsibility.paid(),
                        responsibility.advice(),
                        cause.name(),
                        number)
                .update();
    }

    @Override
    public Responsibility.Cause cause(String number) {
        return jdbc.sql("SELECT cause FROM repair WHERE ticket = ?")
                .param(number)
                .query((row, i) -> Responsibility.Cause.valueOf(row.getString("cause")))
                .single();
    }

    @Override
    public void report(String number, WorkReport report, String by, Instant at) {
        jdbc.sql("""
                        INSERT INTO repair_work_report (ticket, at, actor, cause, work, material_source, materials, cost)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        number,
                        at.atOffset(ZoneOffset.UTC),
                        by,
                        report.cause(),
                        report.work(),
                        report.source().name(),
                        report.materials(),
                        report.cost())
                .update();
    }

    @Override
    public Optional<WorkReport> lastReport(String number) {
        return jdbc.sql("SELECT * FROM repair_work_report WHERE ticket = ? ORDER BY id DESC LIMIT 1")
                .param(number)
                .query((row, i) -> new WorkReport(
                        row.getString("cause"),
                        row.getString("work"),
                        WorkReport.MaterialSource.valueOf(row.getString("material_source")),
                        row.getString("materials"),
                        row.getBigDecimal("cost")))
                .optional();
    }

    @Override
    public void quote(String number, Quote quote, String by, Instant at) {
        jdbc.sql("INSERT INTO repair_quote (ticket, at, actor, amount, work) VALUES (?, ?, ?, ?, ?)")
                .params(number, at.atOffset(ZoneOffset.UTC), by, quote.amount(), quote.work())
                .update();
    }

    @Override
    public void answer(String number, Quote.Answer answer, String remark, String by, Instant at) {
        jdbc.sql("""
                        UPDATE repair_quote SET answer = ?, remark = ?, answered_at = ?, answered_by = ?
                        WHERE id = (SELECT max(id) FROM repair_quote WHERE ticket = ?)
                        """)
                .params(answer.name(), remark, at.atOffset(ZoneOffset.UTC), by, number)
                .update();
    }

    @Override
    public Optional<Quote> lastQuote(String number) {
        return jdbc.sql("SELECT * FROM repair_quote WHERE ticket = ? ORDER BY id DESC LIMIT 1")
                .param(number)
                .query((row, i) -> new Quote(
                        row.getBigDecimal("amount"),
                        row.getString("work"),
                        row.getString("answer") == null ? null : Quote.Answer.valueOf(row.getString("answer")),
                        row.getString("remark")))
                .optional();
    }

    @Override
    public void missed(String number, MissedVisit visit, String by) {
        jdbc.sql("INSERT INTO missed_visit (ticket, at, actor, kind, findings, slot_from) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        number,
                        visit.at().atOffset(ZoneOffset.UTC),
                        by,
                        visit.kind().name(),
                        visit.findings(),
                        visit.next() == null ? null : visit.next().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public List<MissedVisit> missedVisits(String number) {
        return jdbc.sql("SELECT * FROM missed_visit WHERE ticket = ? ORDER BY id")
                .param(number)
                .query((row, i) -> new MissedVisit(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        MissedVisit.Kind.valueOf(row.getString("kind")),
                        row.getString("findings"),
                        row.getObject("slot_from") == null
                                ? null
                                : row.getObject("slot_from", OffsetDateTime.class)
                                        .toInstant()))
                .list();
    }
}
