package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.Api;
import org.shouwen.testing.DatabaseCosts;
import org.shouwen.testing.RunningDesk;
import org.shouwen.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What opening a repair costs in commits, rows and variables, counted, not timed. */
@Tag("scenario")
class OpeningCostIT extends RunningDesk {

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void oneCommitAtMost26RowsAtMost8Variables() {
        String request = """
                {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-102",
                 "reporter": {"name": "张三", "phone": "13812345678"}, "description": "漏水"}
                """;
        // The first opening loads tables and models
        assertThat(api().post("/api/tickets", request, "Idempotency-Key", "cost-warm")
                        .status())
                .isEqualTo(201);
        runJobs();
        Map<String, Long> before = rows();
        DatabaseCosts.reset();
        Api.Answer answer = api().post("/api/tickets", request, "Idempotency-Key", "cost-counted");
        DatabaseCosts.Costs costs = DatabaseCosts.counted();
        Map<String, Long> after = rows();

        assertThat(answer.status()).isEqualTo(201);
        Map<String, Long> added = new TreeMap<>();
        after.forEach((table, count) -> {
            if (count > before.get(table)) {
                added.put(table, count - before.get(table));
            }
        });
        long rows = added.values().stream().mapToLong(Long::longValue).sum();
        System.out.printf(
                "Opening a repair on %s: %d commit(s), %d rows, %d inserted, %d statements, %d variables; rows by table %s%n",
                TestDatabase.isPostgres() ? "PostgreSQL" : "H2",
                costs.commits(),
                rows,
                costs.insertedRows(),
                costs.statements(),
                added.getOrDefault("act_ru_variable", 0L),
                added);
        assertThat(costs.commits()).isEqualTo(1);
        assertThat(rows).isEqualTo(costs.insertedRows()).isLessThanOrEqualTo(26);
        assertThat(added.getOrDefault("act_ru_variable", 0L)).isBetween(1L, 8L);
    }

    private Map<String, Long> rows() {
        List<String> tables = jdbc.queryForList(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
                String.class);
        Map<String, Long> rows = new TreeMap<>();
        tables.forEach(table -> rows.put(
                table.toLowerCase(java.util.Locale.ROOT),
                jdbc.queryForObject("SELECT count(*) FROM " + table, Long.class)));
        return rows;
    }
}
