package org.shouwen.rows;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.util.ReflectionUtils;

/**
 * How a record lies in columns, said once for reading and writing. A component lies in the column of its name ({@code
 * dueAt} in {@code due_at}); those of a record within lie in columns of their own beside the others. A record within is
 * absent (null, or an empty Optional) where all its columns are NULL. Immutable.
 */
public final class Columns<T extends Record> implements RowMapper<T> {

    private final Class<T> type;

    /** Names of columns by path of the component, for example "found.at". */
    private final Map<String, String> names;

    /** What stands in no column of its own, by path. */
    private final Map<String, Reading> given;

    /** What the database makes: read, but not written. */
    private final Set<String> generated;

    /** Worked out when it is first needed. */
    private volatile Whole whole;

    /** How a record is taken apart and put together. */
    private record Whole(Constructor<?> constructor, List<Part> parts) {}

    /**
     * A component.
     *
     * @param column null: it lies in those of the record {@code within}, or in none
     * @param given how it is read where it lies in none
     */
    private record Part(Method accessor, Type type, String column, boolean written, Whole within, Reading given) {}

    /** Makes a component of more than its column, or of none. */
    @FunctionalInterface
    public interface Reading {

        Object of(ResultSet row) throws SQLException;
    }

    private Columns(Class<T> type, Map<String, String> names, Map<String, Reading> given, Set<String> generated) {
        this.type = type;
        this.names = names;
        this.given = given;
        this.generated = generated;
    }

    public static <T extends Record> Columns<T> of(Class<T> type) {
        return new Columns<>(type, Map.of(), Map.of(), Set.of());
    }

    /**
     * The component is called otherwise in the table.
     *
     * @param path its name, with those of the records around it: {@code "found.at"}
     * @throws IllegalArgumentException where there is no such component
     */
    public Columns<T> named(String path, String column) {
        return new Columns<>(type, and(names, path, column), given, generated);
    }

    /** The component lies in no column: not written, and read as this value. */
    public Columns<T> with(String path, Object value) {
        return reading(path, row -> value);
    }

    /** The component lies in no column of its own: not written, and read so. */
    public Columns<T> reading(String path, Reading value) {
        return new Columns<>(type, names, and(given, path, value), generated);
    }

    /** The database makes it, as a key: not written. */
    public Columns<T> generated(String path) {
        mustHave(path);
        Set<String> all = new HashSet<>(generated);
        all.add(path);
        return new Columns<>(type, names, given, all);
    }

    /** @return these columns, each called with that before its name, as where tables are joined that call theirs alike */
    public Columns<T> prefixed(String prefix) {
        Map<String, String> all = new LinkedHashMap<>();
        prefixed(type, "", prefix, all);
        return new Columns<>(type, all, given, generated);
    }

    private void prefixed(Class<?> record, String around, String prefix, Map<String, String> all) {
        for (RecordComponent component : record.getRecordComponents()) {
            String path = around + component.getName();
            Class<?> plain = plain(component.getGenericType());
            if (!given.containsKey(path) && plain.isRecord()) {
                prefixed(plain, path + ".", prefix, all);
            } else if (!given.containsKey(path)) {
                all.put(path, prefix + column(path, component));
            }
        }
    }

    /** @return what is selected of a table for its {@link #prefixed} columns: {@code t.due_at AS t_due_at, …} */
    public String selected(String table, String prefix) {
        return prefixed("").names.values().stream()
                .map(column -> table + "." + column + " AS " + prefix + column)
                .collect(Collectors.joining(", "));
    }

    private <V> Map<String, V> and(Map<String, V> known, String path, V value) {
        mustHave(path);
        Map<String, V> all = new HashMap<>(known);
        all.put(path, value);
        return all;
    }

    private void mustHave(String path) {
        Class<?> at = type;
        for (String name : path.split("\\.")) {
            at = Arrays.stream(at.isRecord() ? at.getRecordComponents() : new RecordComponent[0])
                    .filter(component -> component.getName().equals(name))
                    .findFirst()
                    .map(component -> plain(component.getGenericType()))
                    .orElseThrow(() -> new IllegalArgumentException(type.getSimpleName() + " has no " + path));
        }
    }

    /**
     * @param others columns beside the record's, each followed by its value
     * @return what is written, by column, as the driver takes it
     */
    public Map<String, Object> values(T row, Object... others) {
        Map<String, Object> values = new LinkedHashMap<>();
        write(whole(), row, values);
        for (int i = 0; i < others.length; i += 2) {
            values.put((String) others[i], Value.stored(others[i + 1]));
        }
        return values;
    }

    private static void write(Whole whole, Object row, Map<String, Object> values) {
        for (Part part : whole.parts()) {
            if (part.within() != null || part.column() != null) {
                Object value = row == null ? null : ReflectionUtils.invokeMethod(part.accessor(), row);
                value = value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
                if (part.within() != null) {
                    write(part.within(), value, values);
                } else if (part.written()) {
                    values.put(part.column(), Value.stored(value));
                }
            }
        }
    }

    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        return type.cast(read(whole(), row, false));
    }

    private static Object read(Whole whole, ResultSet row, boolean within) throws SQLException {
        Object[] values = new Object[whole.parts().size()];
        boolean absent = within;
        for (int i = 0; i < values.length; i++) {
            Part part = whole.parts().get(i);
            if (part.within() != null) {
                Object value = read(part.within(), row, true);
                absent &= value == null;
                values[i] = part.type() == Optional.class ? Optional.ofNullable(value) : value;
            } else if (part.column() != null) {
                int column = row.findColumn(part.column());
                values[i] = Value.read(row, column, part.type());
                absent = absent && row.getObject(column) == null;
            } else {
                values[i] = part.given().of(row);
            }
        }
        return absent ? null : BeanUtils.instantiateClass(whole.constructor(), values);
    }

    private Whole whole() {
        if (whole == null) {
            whole = whole(type, "");
        }
        return whole;
    }

    private Whole whole(Class<?> record, String around) {
        RecordComponent[] components = record.getRecordComponents();
        try {
            return new Whole(
                    record.getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new)),
                    Arrays.stream(components)
                            .map(component -> part(component, around + component.getName()))
                            .toList());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(record + " is no record", e);
        }
    }

    private Part part(RecordComponent component, String path) {
        ReflectionUtils.makeAccessible(component.getAccessor());
        Class<?> plain = plain(component.getGenericType());
        boolean none = given.containsKey(path);
        boolean nested = !none && plain.isRecord();
        return new Part(
                component.getAccessor(),
                nested ? component.getType() : component.getGenericType(),
                none || nested ? null : column(path, component),
                !generated.contains(path),
                nested ? whole(plain, path + ".") : null,
                given.get(path));
    }

    private String column(String path, RecordComponent component) {
        String name = names.get(path);
        return name != null
                ? name
                : component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** @return the class of a component, or of what its Optional may hold */
    private static Class<?> plain(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        ParameterizedType generic = (ParameterizedType) type;
        return generic.getRawType() == Optional.class
                ? plain(generic.getActualTypeArguments()[0])
                : (Class<?>) generic.getRawType();
    }
}
