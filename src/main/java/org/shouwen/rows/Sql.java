package org.shouwen.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/**
 * The one hand for SQL. Parameters are given as the domain has them (moments, constants, sets of constants, Optionals,
 * null); a List fills an {@code IN (?)}, and where it is empty nothing is in it. Statements run in the transaction of
 * whoever asks.
 */
@Component
public class Sql {

    /** A value that is inserted: the next number of a sequence. */
    public record Next(String sequence) {}

    private static final String ON_CONFLICT = " ON CONFLICT DO NOTHING";

    private final JdbcClient jdbc;
    private final Once once = new Once(this);

    public Sql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return what reads each row once in a transaction */
    public Once once() {
        return once;
    }

    /** For whoever writes rows past this hand: what was read {@link #once} is asked anew. */
    public void forget() {
        once.forget();
    }

    /** @return how many rows were changed */
    public int update(String sql, Object... params) {
        return ran(sql, statement(sql, params).update());
    }

    private <T> T ran(String sql, T result) {
        once.ran(sql);
        return result;
    }

    /**
     * @param values by column, see {@link Columns#values}
     * @param rest how the statement goes on after these columns
     * @param params of the rest
     * @return how many rows were changed
     */
    public int update(String table, Map<String, Object> values, String rest, Object... params) {
        String columns = values.keySet().stream().map(column -> column + " = ?").collect(Collectors.joining(", "));
        Stream<Object> all = Stream.concat(values.values().stream(), Arrays.stream(params));
        return update("UPDATE " + table + " SET " + columns + rest, all.toArray());
    }

    /** @param values by column, see {@link Columns#values} */
    public void insert(String table, Map<String, Object> values) {
        insert(table, List.of(values));
    }

    /** @param rows with the same columns; written by one statement, if there are any */
    public void insert(String table, List<Map<String, Object>> rows) {
        if (!rows.isEmpty()) {
            inserting(table, rows, "").update();
            once.ran("INSERT INTO " + table);
        }
    }

    /** @return false where there is such a row already; nothing is written then */
    public boolean insertOnce(String table, Map<String, Object> values) {
        return ran(
                        "INSERT INTO " + table,
                        inserting(table, List.of(values), ON_CONFLICT).update())
                > 0;
    }

    /** @return the id that the row got */
    public long insertForId(String table, Map<String, Object> values) {
        return insertForId(table, values, "").orElseThrow();
    }

    /** @return the id that the row got; empty where there is such a row already, and nothing is written then */
    public Optional<Long> insertOnceForId(String table, Map<String, Object> values) {
        return insertForId(table, values, ON_CONFLICT);
    }

    private Optional<Long> insertForId(String table, Map<String, Object> values, String otherwise) {
        var key = new GeneratedKeyHolder();
        int rows = ran(
                "INSERT INTO " + table,
                inserting(table, List.of(values), otherwise).update(key, "id"));
        return rows == 0 ? Optional.empty() : Optional.of(key.getKeyAs(Long.class));
    }

    private JdbcClient.StatementSpec inserting(String table, List<Map<String, Object>> rows, String otherwise) {
        Set<String> columns = rows.get(0).keySet();
        List<Object> params = new ArrayList<>();
        String marks = rows.stream()
                .map(row -> columns.stream()
                        .map(column -> mark(row.get(column), params))
                        .collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(", "));
        String sql = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES " + marks + otherwise;
        return statement(sql, params.toArray());
    }

    private static String mark(Object value, List<Object> params) {
        if (value instanceof Next next) {
            return "nextval('" + next.sequence() + "')";
        }
        params.add(value);
        return "?";
    }

    /** @return the one row; empty where there is none */
    public <T> Optional<T> find(RowMapper<T> row, String sql, Object... params) {
        return ran(sql, statement(sql, params).query(row).optional());
    }

    public <T> List<T> list(RowMapper<T> row, String sql, Object... params) {
        return ran(sql, statement(sql, params).query(row).list());
    }

    /** @return the one value of the one row; empty where there is no row, or NULL in it */
    public <V> Optional<V> find(Class<V> value, String sql, Object... params) {
        List<V> found = list(value, sql, params);
        return found.isEmpty() ? Optional.empty() : Optional.ofNullable(found.get(0));
    }

    /** @return the first column of every row */
    public <V> List<V> list(Class<V> value, String sql, Object... params) {
        return list((row, i) -> value.cast(Value.read(row, 1, value)), sql, params);
    }

    /** @return how many, of a statement that counts */
    public int count(String sql, Object... params) {
        return find(Integer.class, sql, params).orElseThrow();
    }

    private JdbcClient.StatementSpec statement(String sql, Object... params) {
        List<Object> flat = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (Object param : params) {
            int mark = sql.indexOf('?', from);
            if (mark < 0) {
                throw new IllegalArgumentException("more parameters than marks: " + sql);
            }
            text.append(sql, from, mark);
            from = mark + 1;
            if (param instanceof List<?> many) {
                text.append(many.isEmpty() ? "NULL" : String.join(", ", Collections.nCopies(many.size(), "?")));
                many.forEach(each -> flat.add(Value.stored(each)));
            } else {
                text.append('?');
                flat.add(Value.stored(param));
            }
        }
        return jdbc.sql(text.append(sql.substring(from)).toString()).params(flat);
    }
}
