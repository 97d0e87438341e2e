package org.shouwen.rows;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    /** What stands in no column, by path. */
    private final Map<String, Object> given;

    private Columns(Class<T> type, Map<String, String> names, Map<String, Object> given) {
        this.type = type;
        this.names = names;
        this.given = given;
    }

    public static <T extends Record> Columns<T> of(Class<T> type) {
        return new Columns<>(type, Map.of(), Map.of());
    }

    /**
     * The component is called otherwise in the table.
     *
     * @param path its name, with those of the records around it: {@code "found.at"}
     * @throws IllegalArgumentException where there is no such component
     */
    public Columns<T> named(String path, String column) {
        return new Columns<>(type, and(names, path, column), given);
    }

    /** The component lies in no column: not written, and read as this value. */
    public Columns<T> with(String path, Object value) {
        return new Columns<>(type, names, and(given, path, value));
    }

    private <V> Map<String, V> and(Map<String, V> known, String path, V value) {
        Class<?> at = type;
        for (String name : path.split("\\.")) {
            at = Arrays.stream(at.isRecord() ? at.getRecordComponents() : new RecordComponent[0])
                    .filter(component -> component.getName().equals(name))
                    .findFirst()
                    .map(component -> plain(component.getGenericType()))
                    .orElseThrow(() -> new IllegalArgumentException(type.getSimpleName() + " has no " + path));
        }
        Map<String, V> all = new HashMap<>(known);
        all.put(path, value);
        return all;
    }

    /**
     * @param others columns beside the record's, each followed by its value
     * @return what is written, by column, as the driver takes it
     */
    public Map<String, Object> values(T row, Object... others) {
        Map<String, Object> values = new LinkedHashMap<>();
        write(type, row, "", values);
        for (int i = 0; i < others.length; i += 2) {
            values.put((String) others[i], Value.stored(others[i + 1]));
        }
        return values;
    }

    private void write(Class<?> record, Object row, String around, Map<String, Object> values) {
        for (RecordComponent component : record.getRecordComponents()) {
            String path = around + component.getName();
            if (!given.containsKey(path)) {
                Object value = row == null ? null : component(component, row);
                Class<?> within = plain(component.getGenericType());
                if (within.isRecord()) {
                    write(within, value, path + ".", values);
                } else {
                    values.put(column(path, component), Value.stored(value));
                }
            }
        }
    }

    private static Object component(RecordComponent component, Object row) {
        ReflectionUtils.makeAccessible(component.getAccessor());
        Object value = ReflectionUtils.invokeMethod(component.getAccessor(), row);
        return value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
    }

    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        return type.cast(read(type, row, ""));
    }

    private Object read(Class<?> record, ResultSet row, String around) throws SQLException {
        RecordComponent[] components = record.getRecordComponents();
        Object[] values = new Object[components.length];
        boolean absent = !around.isEmpty();
        for (int i = 0; i < components.length; i++) {
            String path = around + components[i].getName();
            Class<?> within = plain(components[i].getGenericType());
            boolean maybe = components[i].getType() == Optional.class;
            if (given.containsKey(path)) {
                values[i] = given.get(path);
            } else if (within.isRecord()) {
                Object value = read(within, row, path + ".");
                absent &= value == null;
                values[i] = maybe ? Optional.ofNullable(value) : value;
            } else {
                int column = row.findColumn(column(path, components[i]));
                values[i] = Value.read(row, column, components[i].getGenericType());
                absent = absent && row.getObject(column) == null;
            }
        }
        return absent ? null : BeanUtils.instantiateClass(constructor(record, components), values);
    }

    private static Constructor<?> constructor(Class<?> record, RecordComponent[] components) {
        try {
            return record.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(record + " is no record", e);
        }
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
