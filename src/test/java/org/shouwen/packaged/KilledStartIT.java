package org.shouwen.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killed at a random moment of its first start, or of an update with data, the desk starts again by itself with everything.
 * {@code -Dkills=30} is the whole; the gate takes a share.
 */
class KilledStartIT {

    /** Tables that have another name since. */
    private static final Map<String, String> RENAMED = Map.of("category", "former_category");

    private static final int KILLS = Integer.getInteger("kills", 1);
    private static final long SEED = Long.getLong("kills.seed", System.nanoTime());
    /** Until then the tables are made, on a slow machine too. */
    private static final int LONGEST_MILLIS = 20_000;
    /** A version with tickets, links and renovations, that much has changed since. */
    private static final String FORMER = "24";

    private static final String DATABASE = "data/shouwen.mv.db";

    @TempDir
    private Path directory;

    private final Random random = new Random(SEED);

    @Test
    void aFirstStartThatIsKilledStartsAgain() throws Exception {
        System.out.println("seed " + SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            Path here = Files.createDirectory(directory.resolve("first-" + kill));
            killedAndStartedAgain(here);
            assertThat(count(here, "SELECT count(*) FROM former_category")).isPositive();
        }
    }

    @Test
    void anUpdateThatIsKilledStartsAgainWithItsData() throws Exception {
        System.out.println("seed " + SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            Path here = Files.createDirectory(directory.resolve("update-" + kill));
            Files.createDirectory(here.resolve("data"));
            migrate(url(here), FORMER);
            try (Connection connection = DriverManager.getConnection(url(here), "sa", "");
                    Statement statement = connection.createStatement()) {
                statement.execute("RUNSCRIPT FROM 'classpath:packaged/former.sql'");
            }
            Map<String, Set<String>> before = tables(url(here));
            assertThat(before.get("ticket")).hasSize(6_000);
            Path undisturbed = Files.createDirectories(directory.resolve("undisturbed-" + kill));
            Files.createDirectory(undisturbed.resolve("data"));
            Files.copy(here.resolve(DATABASE), undisturbed.resolve(DATABASE));
            migrate(url(undisturbed), "latest");
            Map<String, Set<String>> expected = tables(url(undisturbed));

            killedAndStartedAgain(here);

            Map<String, Set<String>> after = tables(url(here));
            expected.forEach((table, rows) -> {
                Set<String> missing = new HashSet<>(rows);
                missing.removeAll(after.getOrDefault(table, Set.of()));
                assertThat(missing).as(table).isEmpty();
            });
            assertThat(expected.keySet())
                    .containsAll(before.keySet().stream()
                            .map(table -> RENAMED.getOrDefault(table, table))
                            .toList());
        }
    }

    private static void migrate(String url, String version) {
        Flyway.configure()
                .dataSource(url, "sa", "")
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    /** @return the rows of each table that has some, each as one text with the names of its columns; without when it was migrated */
    private static Map<String, Set<String>> tables(String url) throws SQLException {
        Map<String, Set<String>> tables = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(
                    "SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema = 'public'"
                            + " AND table_name <> 'flyway_schema_history' AND table_name NOT LIKE 'act\\_%'")) {
                while (found.next()) {
                    names.add(found.getString(1));
                }
            }
            for (String name : names) {
                Set<String> rows = rows(statement, name);
                if (!rows.isEmpty()) {
                    tables.put(name, rows);
                }
            }
        }
        return tables;
    }

    private static Set<String> rows(Statement statement, String table) throws SQLException {
        Set<String> rows = new HashSet<>();
        try (ResultSet found = statement.executeQuery("SELECT * FROM " + table)) {
            ResultSetMetaData columns = found.getMetaData();
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= columns.getColumnCount(); column++) {
                    row.append(columns.getColumnName(column))
                            .append('=')
                            .append(found.getString(column))
                            .append(' ');
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    private void killedAndStartedAgain(Path here) throws Exception {
        Process killed = start(here);
        int after = 1_000 + random.nextInt(LONGEST_MILLIS);
        killed.waitFor(after, TimeUnit.MILLISECONDS);
        killed.destroyForcibly().waitFor();
        Process again = start(here);
        try {
            String log = untilStarted(again);
            System.out.println("killed after " + after + " ms: "
                    + log.lines()
                            .filter(line -> line.contains("上次"))
                            .findFirst()
                            .orElse("started as usual"));
            assertThat(log).as("killed after " + after + " ms").contains("Started ShouwenApplication");
        } finally {
            again.destroy();
            again.waitFor();
        }
    }

    private static String untilStarted(Process desk) {
        List<String> log = new ArrayList<>();
        desk.inputReader()
                .lines()
                .takeWhile(line -> {
                    log.add(line);
                    return !line.contains("Started ShouwenApplication");
                })
                .forEach(line -> {});
        return String.join("\n", log);
    }

    private static Process start(Path here) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        product(),
                        "org.shouwen.ShouwenApplication",
                        "--server.port=0")
                .directory(here.toFile())
                .redirectErrorStream(true)
                .start();
    }

    /** @return the class path without the tests */
    private static String product() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String url(Path here) {
        return "jdbc:h2:file:" + here.resolve(DATABASE.replace(".mv.db", ""))
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";
    }

    private static int count(Path here, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(here), "sa", "");
                Statement statement = connection.createStatement();
                ResultSet counted = statement.executeQuery(sql)) {
            counted.next();
            return counted.getInt(1);
        }
    }
}
