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
import java.util.TreeMap;

/**
 * What a deed costs in the database, counted by the server. The polls of an idle application are counted apart. Page
 * images after a checkpoint are switched off meanwhile, so that bytes are the same every time.
 */
final class Costs {

    private static final int IDLE_SECONDS = 12;

    private final Server server;

    Costs(Server server) {
        this.server = server;
    }

    /**
     * Per deed.
     *
     * @param statements without BEGIN, COMMIT and settings
     * @param rows inserted, updated and deleted
     * @param commits that were asked for; statements outside of a transaction commit themselves
     * @param bytes of write-ahead log
     * @param idle statements a second of an application that has nothing to do
     */
    record Cost(double statements, double rows, double commits, double bytes, double idle) {}

    /**
     * @param deeds how often it is done
     * @param deed leaves nothing that goes on by itself
     * @param file where the statements are listed, dearest first
     */
    Cost of(Database database, int deeds, Runnable deed, Path file) {
        server.set("full_page_writes", "off");
        server.set("pg_stat_statements.track", "'all'");
        try {
            Pause.millis(500);
            server.root().execute("SELECT pg_stat_statements_reset()", "CHECKPOINT");
            Pause.millis(IDLE_SECONDS * 1000L);
            List<Map<String, String>> idle = statements(database);
            Set<String> polls = new HashSet<>();
            idle.forEach(row -> polls.add(row.get("queryid")));
            server.root().execute("SELECT pg_stat_statements_reset()");
            for (int i = 0; i < deeds; i++) {
                deed.run();
            }
            List<Map<String, String>> counted = statements(database);
            counted.removeIf(row -> polls.contains(row.get("queryid")) && !isEnd(row));
            write(file, counted, deeds);
            return cost(counted, idle, deeds);
        } finally {
            server.set("pg_stat_statements.track", "'none'");
            server.set("full_page_writes", "on");
        }
    }

    private List<Map<String, String>> statements(Database database) {
        return server.root().rows("""
                SELECT s.queryid::text AS queryid, regexp_replace(s.query, '\\s+', ' ', 'g') AS query, s.calls, s.rows,
                       s.wal_bytes, s.total_exec_time
                  FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
                 WHERE d.datname = '%s' AND s.userid = '%s'::regrole AND s.toplevel
                 ORDER BY s.calls DESC
                """.formatted(database.name(), Server.APPLICATION));
    }

    private static Cost cost(List<Map<String, String>> counted, List<Map<String, String>> idle, int deeds) {
        Map<String, Double> sums = new TreeMap<>();
        for (Map<String, String> row : counted) {
            String verb = verb(row);
            double calls = Double.parseDouble(row.get("calls"));
            if (isEnd(row)) {
                sums.merge("commits", verb.equals("commit") ? calls : 0, Double::sum);
            } else if (!verb.equals("begin") && !verb.equals("set") && !verb.equals("show")) {
                sums.merge("statements", calls, Double::sum);
                sums.merge("bytes", Double.parseDouble(row.get("wal_bytes")), Double::sum);
                if (Set.of("insert", "update", "delete").contains(verb)) {
                    sums.merge("rows", Double.parseDouble(row.get("rows")), Double::sum);
                }
            }
        }
        double polls = idle.stream()
                .filter(row -> !isEnd(row) && !verb(row).equals("begin"))
                .mapToDouble(row -> Double.parseDouble(row.get("calls")))
                .sum();
        return new Cost(
                sums.getOrDefault("statements", 0.0) / deeds,
                sums.getOrDefault("rows", 0.0) / deeds,
                sums.getOrDefault("commits", 0.0) / deeds,
                sums.getOrDefault("bytes", 0.0) / deeds,
                polls / IDLE_SECONDS);
    }

    private static boolean isEnd(Map<String, String> row) {
        return verb(row).equals("commit") || verb(row).equals("rollback");
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
