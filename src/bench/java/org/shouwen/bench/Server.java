package org.shouwen.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One PostgreSQL for both sides, on the disk, with fsync. */
final class Server implements AutoCloseable {

    /** Role of the applications; the bench has one of its own, so that its own statements are not counted. */
    static final String APPLICATION = "postgres";

    private static final String BENCH = "bench";

    private final EmbeddedPostgres postgres;
    private final List<Database> open = new ArrayList<>();
    private final Database root;

    Server(Path directory) {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(true)
                    // The builder starts it without
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("shared_buffers", "512MB")
                    .setServerConfig("max_wal_size", "4GB")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .setServerConfig("pg_stat_statements.max", "5000")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Database first = new Database("postgres", postgres.getJdbcUrl(APPLICATION, "postgres"), APPLICATION)) {
            first.execute(
                    "CREATE ROLE " + BENCH + " SUPERUSER LOGIN",
                    "CREATE EXTENSION pg_stat_statements",
                    "CREATE EXTENSION pg_walinspect");
            if (!first.text("SHOW fsync").equals("on")) {
                throw new IllegalStateException("PostgreSQL runs without fsync: nothing it shows would be true");
            }
        }
        root = database("postgres");
        // Switched on where it is counted; what stands on the command line could not be
        set("pg_stat_statements.track", "'none'");
    }

    /** The server's own database: settings and statistics. */
    Database root() {
        return root;
    }

    Database create(String name) {
        root.execute("CREATE DATABASE " + name);
        return database(name);
    }

    /** @param original nobody may be connected to it */
    Database copy(Database original, String name) {
        close(original);
        root.execute("CREATE DATABASE " + name + " TEMPLATE " + original.name());
        return database(name);
    }

    void drop(Database database) {
        close(database);
        root.execute("DROP DATABASE " + database.name() + " WITH (FORCE)");
    }

    /** Connects again, for example after a copy. */
    Database database(String name) {
        Database database =
                new Database(name, postgres.getJdbcUrl(APPLICATION, name).replaceAll("\\?.*", ""), BENCH);
        open.add(database);
        return database;
    }

    void set(String setting, String value) {
        root.execute("ALTER SYSTEM SET " + setting + " = " + value);
        root.execute("SELECT pg_reload_conf()");
    }

    String version() {
        return root.text("SHOW server_version").replaceAll(" .*", "");
    }

    private void close(Database database) {
        open.remove(database);
        database.close();
    }

    @Override
    public void close() {
        List.copyOf(open).forEach(this::close);
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
