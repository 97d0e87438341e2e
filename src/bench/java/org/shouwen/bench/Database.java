package org.shouwen.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One database of the server, seen from beside: with a connection and a role of the bench's own. */
final class Database implements AutoCloseable {

    private final String name;
    private final String url;
    private final Connection connection;

    Database(String name, String url, String user) {
        this.name = name;
        this.url = url;
        try {
            connection = DriverManager.getConnection(url, user, "");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String name() {
        return name;
    }

    String url() {
        return url;
    }

    synchronized void execute(String... statements) {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(String.join("; ", statements), e);
        }
    }

    /** @return rows as texts by column, in order; SQL null is null */
    synchronized List<Map<String, String>> rows(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<Map<String, String>> rows = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 1; i <= columns; i++) {
                    row.put(result.getMetaData().getColumnLabel(i), result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** @return first column */
    List<String> texts(String sql) {
        return rows(sql).stream().map(row -> row.values().iterator().next()).toList();
    }

    String text(String sql) {
        return texts(sql).get(0);
    }

    long number(String sql) {
        String text = text(sql);
        return text == null ? 0 : Long.parseLong(text);
    }

    boolean has(String table) {
        return number("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public' AND table_name = '"
                        + table + "'")
                > 0;
    }

    /** What a nightly autovacuum would have done by now, and everything written out. */
    void settle() {
        execute("VACUUM ANALYZE", "CHECKPOINT");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
