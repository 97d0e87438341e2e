package org.shouwen.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A transaction reads the same once, and never what it has changed itself. */
@Tag("database")
class OnceIT {

    private static final String COLOUR = "SELECT colour FROM once_door WHERE id = ?";

    private Sql sql;
    private TransactionTemplate transaction;
    private TransactionTemplate another;

    @BeforeEach
    void doors() {
        DataSource database = TestDatabase.migrated();
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("DROP TABLE IF EXISTS once_door").update();
        jdbc.sql("DROP TABLE IF EXISTS once_door_key").update();
        jdbc.sql("CREATE TABLE once_door (id integer PRIMARY KEY, colour varchar(10))")
                .update();
        jdbc.sql("CREATE TABLE once_door_key (id integer PRIMARY KEY)").update();
        jdbc.sql("INSERT INTO once_door VALUES (1, 'red')").update();
        sql = new Sql(jdbc);
        JdbcTransactionManager transactions = new JdbcTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        another = new TransactionTemplate(transactions);
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private String colour() {
        return sql.once().find(String.class, COLOUR, 1).orElseThrow();
    }

    private void somebodyElsePaints(String colour) {
        Thread painter = new Thread(() -> sql.update("UPDATE once_door SET colour = ?", colour));
        painter.start();
        try {
            painter.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void withinATransactionTheSameIsReadOnce() {
        transaction.executeWithoutResult(status -> {
            assertThat(colour()).isEqualTo("red");
            somebodyElsePaints("blue");
            assertThat(colour()).isEqualTo("red");
            assertThat(sql.once().list(String.class, COLOUR, 1)).containsExactly("blue");
        });
    }

    @Test
    void withoutOneItIsReadEachTimeAndNothingOutlivesIt() {
        transaction.executeWithoutResult(status -> colour());
        somebodyElsePaints("blue");
        assertThat(colour()).isEqualTo("blue");
        somebodyElsePaints("green");
        assertThat(colour()).isEqualTo("green");
        transaction.executeWithoutResult(status -> assertThat(colour()).isEqualTo("green"));
    }

    @Test
    void whatTheTransactionWritesItReadsAnew() {
        transaction.executeWithoutResult(status -> {
            colour();
            sql.update("UPDATE once_door SET colour = 'blue'");
            assertThat(colour()).isEqualTo("blue");
            sql.update("once_door", Map.of("colour", "green"), " WHERE id = ?", 1);
            assertThat(colour()).isEqualTo("green");
            sql.update("DELETE FROM once_door");
            assertThat(sql.once().find(String.class, COLOUR, 1)).isEmpty();
            sql.insert("once_door", Map.of("id", 1, "colour", "white"));
            assertThat(colour()).isEqualTo("white");
        });
    }

    @Test
    void whatItWritesElsewhereChangesNothing() {
        transaction.executeWithoutResult(status -> {
            colour();
            somebodyElsePaints("blue");
            sql.insert("once_door_key", Map.of("id", 1));
            assertThat(colour()).isEqualTo("red");
        });
    }

    @Test
    void whoeverLocksReadsWhatStandsThereThen() {
        transaction.executeWithoutResult(status -> {
            colour();
            somebodyElsePaints("blue");
            sql.list(String.class, "SELECT colour FROM once_door WHERE id = 1 FOR UPDATE");
            assertThat(colour()).isEqualTo("blue");
        });
    }

    @Test
    void anotherTransactionInBetweenKnowsNothingAndMakesItForget() {
        transaction.executeWithoutResult(status -> {
            colour();
            somebodyElsePaints("blue");
            another.executeWithoutResult(within -> assertThat(colour()).isEqualTo("blue"));
            assertThat(colour()).isEqualTo("blue");
        });
    }

    @Test
    void whatWasTakenBackIsReadAnew() {
        transaction.executeWithoutResult(status -> {
            Object savepoint = status.createSavepoint();
            sql.update("UPDATE once_door SET colour = 'blue'");
            assertThat(colour()).isEqualTo("blue");
            status.rollbackToSavepoint(savepoint);
            assertThat(colour()).isEqualTo("red");
        });
    }

    @Test
    void whoeverWritesPastItSaysSo() {
        transaction.executeWithoutResult(status -> {
            colour();
            somebodyElsePaints("blue");
            sql.forget();
            assertThat(colour()).isEqualTo("blue");
        });
    }

    /** Tables of a view are written without its name. */
    @Test
    void everyViewIsKnownWithItsTables() throws IOException {
        Set<String> views = new TreeSet<>();
        Pattern created = Pattern.compile("create (?:or replace )?view (\\w+)", Pattern.CASE_INSENSITIVE);
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            for (Path file : files.toList()) {
                created.matcher(Files.readString(file))
                        .results()
                        .map(view -> view.group(1).toLowerCase(Locale.ROOT))
                        .forEach(views::add);
            }
        }
        assertThat(Once.VIEWS.keySet()).isEqualTo(views);
        assertThat(List.of("staff", "account"))
                .allSatisfy(table -> assertThat(Once.names("SELECT staff FROM staff_shut_out", table))
                        .isTrue());
        assertThat(Once.names("SELECT * FROM return_visit_attempt", "return_visit"))
                .isFalse();
    }
}
