package org.shouwen.rows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final JdbcClient jdbc;

    public Sql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return how many rows were changed */
    public int update(String sql, Object... params) {
        return statement(sql, params).update();
    }

    /** @param values by column, see {@link Columns#values} */
    public void insert(String table, Map<String, Object> values) {
        inserting(table, values).update();
    }

    /** @return the id that the row got */
    public long insertForId(String table, Map<String, Object> values) {
        var key = new GeneratedKeyHolder();
        inserting(table, values).update(key, "id");
        return key.getKeyAs(Long.class);
    }

    private JdbcClient.StatementSpec inserting(String table, Map<String, Object> values) {
        return statement(
                "INSERT INTO " + table + " (" + String.join(", ", values.keySet()) + ") VALUES ("
                        + String.join(", ", Collections.nCopies(values.size(), "?")) + ")",
                values.values().toArray());
    }

    /** @return the one row; empty where there is none */
    public <T> Optional<T> find(RowMapper<T> row, String sql, Object... params) {
        return statement(sql, params).query(row).optional();
    }

    public <T> List<T> list(RowMapper<T> row, String sql, Object... params) {
        return statement(sql, params).query(row).list();
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
