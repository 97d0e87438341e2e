package org.shouwen.rows;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * How one value lies in a column: moments in UTC, lengths of time in seconds, a constant by its name, a set of constants as
 * "A,B" in the order of their names.
 */
final class Value {

    private Value() {}

    /** @return what the driver takes */
    static Object stored(Object value) {
        if (value instanceof Optional<?> maybe) {
            return stored(maybe.orElse(null));
        }
        if (value instanceof Instant at) {
            return at.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Duration length) {
            return length.toSeconds();
        }
        if (value instanceof Set<?> constants) {
            return constants.stream()
                    .map(each -> ((Enum<?>) each).name())
                    .sorted()
                    .collect(Collectors.joining(","));
        }
        return value;
    }

    /**
     * @param type of the component or of the value asked for
     * @return the value, null where the column is NULL; of an Optional the empty one, of a set the empty one, of a
     *     primitive zero or false
     */
    static Object read(ResultSet row, int column, Type type) throws SQLException {
        if (type instanceof ParameterizedType generic) {
            Type inner = generic.getActualTypeArguments()[0];
            return generic.getRawType() == Optional.class
                    ? Optional.ofNullable(read(row, column, inner))
                    : constants(row.getString(column), (Class<?>) inner);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == Instant.class) {
            OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
            return at == null ? null : at.toInstant();
        }
        if (plain.isEnum()) {
            String name = row.getString(column);
            return name == null ? null : constant(plain, name);
        }
        if (plain == Duration.class) {
            long seconds = row.getLong(column);
            return row.wasNull() ? null : Duration.ofSeconds(seconds);
        }
        Object value = JdbcUtils.getResultSetValue(row, column, plain);
        return row.wasNull() && !plain.isPrimitive() ? null : value;
    }

    private static Set<Object> constants(String names, Class<?> type) {
        return Arrays.stream(names == null ? new String[0] : names.split(","))
                .filter(name -> !name.isEmpty())
                .map(name -> constant(type, name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> ((Enum<?>) each).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type.getSimpleName() + " has no " + name));
    }
}
