package org.shouwen.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that is broken off in the middle of a migration is taken back by the next one. */
class H2FileTest {

    @TempDir
    private Path directory;

    private String url;
    private Path file;
    private H2File h2;

    @BeforeEach
    void somewhere() {
        url = "jdbc:h2:file:" + directory.resolve("data/desk")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";
        h2 = H2File.of(url).orElseThrow();
        file = directory.resolve("data/desk.mv.db");
    }

    @Test
    void onlyAFileOfThisMachineIsOne() {
        assertThat(H2File.of("jdbc:h2:./data/shouwen;MODE=PostgreSQL")).isPresent();
        assertThat(H2File.of("jdbc:h2:~/desk").orElseThrow().database())
                .isEqualTo(Path.of(System.getProperty("user.home"), "desk.mv.db"));
        assertThat(Stream.of("jdbc:h2:mem:x", "jdbc:h2:tcp://host/x", "jdbc:postgresql://host/x"))
                .noneMatch(other -> H2File.of(other).isPresent());
    }

    @Test
    void aFirstStartThatWasBrokenOffBeginsFromTheBeginning() throws Exception {
        h2.prepare();
        try (Connection connection = open()) {
            h2.copy(connection);
            run(connection, "CREATE TABLE calendar_day (half integer)");
        }
        h2.prepare();
        start();
        assertThat(rows("calendar_day")).isPositive();
        assertThat(beside()).containsExactly("desk.mv.db");
    }

    @Test
    void anUpdateThatWasBrokenOffGoesBackToWhatWasThereAndIsDone() throws Exception {
        h2.prepare();
        migrate("20");
        h2.migrated();
        try (Connection connection = open()) {
            run(connection, "INSERT INTO community (code, name) VALUES ('kept', '留下')");
        }
        for (int broken = 0; broken < 3; broken++) {
            h2.prepare();
            try (Connection connection = open()) {
                h2.copy(connection);
                migrate("24");
                // Half of the next one: H2 keeps it, and knows nothing of it
                run(connection, "ALTER TABLE resident_link ADD COLUMN purpose varchar(40)");
                run(connection, "DELETE FROM community");
            }
            assertThat(beside()).contains("desk.before-update.zip");
        }
        h2.prepare();
        start();
        assertThat(rows("community")).isOne();
        assertThat(beside()).containsExactly("desk.mv.db");
    }

    /** Whoever starts a second one beside it must not take back what the first is just doing. */
    @Test
    void whatAnotherProcessIsAtIsLeftAlone() throws Exception {
        h2.prepare();
        start();
        try (Connection connection = open()) {
            h2.copy(connection);
            run(connection, "INSERT INTO community (code, name) VALUES ('new', '新的')");
            h2.prepare();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            h2.prepare();
        }
        assertThat(rows("community")).isOne();
    }

    @Test
    void nobodyElseOfTheMachineReadsIt() throws Exception {
        h2.prepare();
        try (Connection connection = open()) {
            h2.hide();
            assertThat(rights(file)).isEqualTo("rw-------");
            assertThat(rights(file.getParent())).isEqualTo("rwx------");
            h2.migrated();
            h2.copy(connection);
            assertThat(rights(directory.resolve("data/desk.before-update.zip"))).isEqualTo("rw-------");
        }
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private void start() throws SQLException {
        try (Connection connection = open()) {
            h2.copy(connection);
            Flyway.configure()
                    .dataSource(url, "sa", "")
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        }
        h2.migrated();
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(url, "sa", "")
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(url, "sa", "");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int rows(String table) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet counted = statement.executeQuery("SELECT count(*) FROM " + table)) {
            counted.next();
            return counted.getInt(1);
        }
    }

    private List<String> beside() throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            // H2 may note in a file of its own what was refused
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> !name.endsWith(".trace.db"))
                    .sorted()
                    .toList();
        }
    }
}
