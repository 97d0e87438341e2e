package org.shouwen.repair.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
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
}
