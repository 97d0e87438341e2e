package org.shouwen.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a deed costs in the database, counted by the server: statements by pg_stat_statements, commits and bytes in the
 * write-ahead log itself, without the page images that follow a checkpoint. The polls of an idle application are counted
 * apart.
 */
final class Costs {

    private static final int IDLE_SECONDS = 12;

    private final Server server;
    private final Database database;
    private final Set<String> polls = new HashSet<>();
    private final double idle;

    /** Watches an application that has nothing to do for a while. */
    Costs(Server server, Database database) {
        this.server = server;
        this.database = database;
        counting(true);
        List<Map<String, String>> asked;
        try {
            server.root().execute("SELECT pg_stat_statements_reset()");
            Pause.millis(IDLE_SECONDS * 1000L);
            asked = statements();
        } finally {
            counting(false);
        }
        asked.forEach(row -> polls.add(row.get("queryid")));
        idle = sum(asked.stream().filter(row -> !isFrame(row)).toList(), "calls") / IDLE_SECONDS;
    }

    private void counting(boolean on) {
        server.set("pg_stat_statements.track", on ? "'all'" : "'none'");
        Pause.millis(500);
    }

    /** @return statements a second of an application that has nothing to do */
    double idle() {
        return idle;
    }

    /**
     * Per deed.
     *
     * @param statements without BEGIN, COMMIT and settings
     * @param rows inserted, updated and deleted
     * @param commits transactions that wrote
     * @param bytes of write-ahead log
     */
    record Cost(double statements, double rows, double commits, double bytes) {}

    /**
     * @param deeds how often it is done
     * @param deed leaves nothing that goes on by itself
     * @param file where the statements are listed, most frequent first
     */
    Cost of(int deeds, Runnable deed, Path file) {
        counting(true);
        try {
            server.root().execute("SELECT pg_stat_statements_reset()");
            String from = position();
            for (int i = 0; i < deeds; i++) {
                deed.run();
            }
            Map<String, String> log = log(from);
            List<Map<String, String>> counted = statements();
            counted.removeIf(row -> polls.contains(row.get("queryid")) || isFrame(row));
            write(file, counted, deeds);
            return new Cost(
                    sum(counted, "calls") / deeds,
                    sum(counted.stream().filter(Costs::writes).toList(), "rows") / deeds,
                    Double.parseDouble(log.get("commits")) / deeds,
                    Double.parseDouble(log.get("bytes")) / deeds);
        } finally {
            counting(false);
        }
    }

    private List<Map<String, String>> statements() {
        return server.root().rows("""
                SELECT s.queryid::text AS queryid, regexp_replace(s.query, '\\s+', ' ', 'g') AS query, s.calls, s.rows,
                       s.total_exec_time
                  FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
                 WHERE d.datname = '%s' AND s.userid = '%s'::regrole AND s.toplevel
                 ORDER BY s.calls DESC
                """.formatted(database.name(), Server.APPLICATION));
    }

    /** Where the log stands, after a mark of ours: a range without a record cannot be read. */
    private String position() {
        server.root().text("SELECT pg_logical_emit_message(false, 'bench', '', true)");
        return server.root().text("SELECT pg_current_wal_flush_lsn()");
    }

    private Map<String, String> log(String from) {
        return server.root().rows("""
                SELECT coalesce(sum(count) FILTER (WHERE kind = 'Transaction/COMMIT'), 0)::bigint AS commits,
                       coalesce(sum(record_size) FILTER (WHERE kind NOT LIKE 'LogicalMessage%%'), 0)::bigint AS bytes
                  FROM (SELECT s.*, "resource_manager/record_type" AS kind
                          FROM pg_get_wal_stats('%s', '%s', true) s) k
                """.formatted(from, position())).get(0);
    }

    private static double sum(List<Map<String, String>> rows, String column) {
        return rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(column)))
                .sum();
    }

    /** Not counted here: the server cannot, where a driver prepares them. */
    private static boolean isFrame(Map<String, String> row) {
        return Set.of("begin", "commit", "rollback", "set", "show").contains(verb(row));
    }

    private static boolean writes(Map<String, String> row) {
        return Set.of("insert", "update", "delete").contains(verb(row));
    }

    private static String verb(Map<String, String> row) {
        return row.get("query").strip().split("[\\s;]")[0].toLowerCase(Locale.ROOT);
    }

    private static void write(Path file, List<Map<String, String>> statements, int deeds) {
        StringBuilder text = new StringBuilder("calls a deed | rows a deed | ms a deed | statement\n");
        for (Map<String, String> row : statements) {
            text.append("%8.2f | %8.2f | %8.3f | %s%n"
                    .formatted(
                            Double.parseDouble(row.get("calls")) / deeds,
                            Double.parseDouble(row.get("rows")) / deeds,
                            Double.parseDouble(row.get("total_exec_time")) / deeds,
                            row.get("query")));
        }
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
