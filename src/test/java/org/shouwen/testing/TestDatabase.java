package org.shouwen.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.RunScript;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database the tests run on: H2 in memory, or a real PostgreSQL where the system property {@code test.database} says
 * {@code postgres}. Each call gives an empty database of its own.
 */
public final class TestDatabase {

    private static final Cleaner UNREACHABLE = Cleaner.create();

    private static EmbeddedPostgres postgres;
    private static String ours;

    private TestDatabase() {}

    public static boolean isPostgres() {
        return "postgres".equals(System.getProperty("test.database", "h2"));
    }

    /** JDBC address of a new, empty database. */
    public static String newUrl() {
        return isPostgres() ? copyOf("template1") : inMemory();
    }

    private static String inMemory() {
        return "jdbc:h2:mem:" + newName()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
    }

    private static String newName() {
        return "t" + UUID.randomUUID().toString().replace("-", "");
    }

    private static synchronized String copyOf(String template) {
        String name = newName();
        try (var connection = server().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return postgres.getJdbcUrl("postgres", name);
    }

    private static synchronized EmbeddedPostgres server() {
        if (postgres == null) {
            try {
                postgres = EmbeddedPostgres.builder()
                        // A pool a database, and a database a test
                        .setServerConfig("max_connections", "400")
                        // What a test writes need not outlive the machine's power
                        .setServerConfig("fsync", "off")
                        .setRegisterShutdownHook(false)
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            // The application says goodbye to its database, so that goes last
            SpringApplication.getShutdownHandlers().add(TestDatabase::stop);
        }
        return postgres;
    }

    private static void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** User of {@link #newUrl()}. */
    public static String user() {
        return isPostgres() ? "postgres" : "sa";
    }

    /** Everybody who is registered can sign in, with no password that anybody knows. */
    public static void giveAccounts(DataSource dataSource) {
        JdbcClient.create(dataSource).sql("""
                        INSERT INTO account (
                            username, password_hash, enabled, sign_in_epoch, created_at, password_set_at)
                        SELECT code, '-', true, 0, current_timestamp, current_timestamp FROM staff
                        WHERE code NOT IN (SELECT username FROM account)
                        """).update();
    }

    /** A new database with our tables; one in memory goes when nobody has it any more. */
    public static DataSource migrated() {
        if (!isPostgres()) {
            return inMemoryOfOurs();
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(copyOf(templateOfOurs()));
        config.setUsername(user());
        config.setPassword(password());
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /** @return a database with our tables and nobody in it: copying it takes a tenth of migrating anew */
    private static synchronized String templateOfOurs() {
        if (ours == null) {
            String url = migrated(newUrl());
            ours = url.substring(url.lastIndexOf('/') + 1, url.indexOf('?'));
        }
        return ours;
    }

    private static DataSource inMemoryOfOurs() {
        JdbcDataSource database = new JdbcDataSource();
        String url = inMemory();
        database.setUrl(url);
        database.setUser(user());
        try (Connection connection = database.getConnection()) {
            RunScript.execute(connection, new StringReader(scriptOfOurs()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        UNREACHABLE.register(database, () -> shutDown(url));
        return database;
    }

    /** @return what makes our tables, as {@link #templateOfOurs()} */
    private static synchronized String scriptOfOurs() {
        if (ours == null) {
            String url = migrated(inMemory());
            JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(url, user(), password()));
            List<String> lines = jdbc.queryForList("SCRIPT", String.class);
            // Views come before tables that they show
            lines.addAll(jdbc.queryForList(
                    "SELECT 'ALTER VIEW ' || table_name || ' RECOMPILE;' FROM information_schema.views"
                            + " WHERE table_schema = 'public'",
                    String.class));
            ours = String.join("\n", lines);
            shutDown(url);
        }
        return ours;
    }

    private static void shutDown(String url) {
        new JdbcTemplate(new DriverManagerDataSource(url, user(), password())).execute("SHUTDOWN");
    }

    private static String migrated(String url) {
        Flyway.configure()
                .dataSource(url, user(), password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return url;
    }

    /** Password of {@link #user()}. */
    public static String password() {
        return isPostgres() ? "postgres" : "";
    }
}
