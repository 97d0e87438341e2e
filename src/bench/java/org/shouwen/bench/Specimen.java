package org.shouwen.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Every row that belongs to one ticket, wherever it is: rows that name its number, rows that point to such rows, the
 * engine's rows of its process instances.
 */
final class Specimen {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int MOST_ROUNDS = 20;

    private final Database database;
    private final Schema schema;
    private final String number;

    /** By table, in order of their numbers or as they come; values as texts. */
    private final Map<String, List<Map<String, String>>> rows = new TreeMap<>();

    private final Set<String> seen = new HashSet<>();
    private final Set<String> ids = new TreeSet<>();

    Specimen(Database database, Schema schema, String number) {
        this.database = database;
        this.schema = schema;
        this.number = number;
        database.texts("SELECT id_ FROM act_hi_procinst WHERE business_key_ = '" + number + "'")
                .forEach(ids::add);
        if (ids.isEmpty()) {
            throw new IllegalStateException("ticket " + number + " has no process");
        }
        boolean found = true;
        for (int round = 0; found && round < MOST_ROUNDS; round++) {
            found = false;
            for (Schema.Table table : schema.ofTickets()) {
                found |= table.isOfEngine() ? ofEngine(table) : ofOurs(table);
            }
        }
    }

    private boolean ofOurs(Schema.Table table) {
        List<String> conditions = new ArrayList<>();
        for (Schema.Column column : table.texts()) {
            conditions.add(column.name() + " LIKE '%" + number + "%'");
        }
        for (Schema.Column column : table.columns().values()) {
            if (column.references() != null && !column.isText()) {
                String[] target = column.references().split("\\.");
                String values = rows.getOrDefault(target[0], List.of()).stream()
                        .map(row -> row.get(target[1]))
                        .collect(Collectors.joining(","));
                if (!values.isEmpty()) {
                    conditions.add(column.name() + " IN (" + values + ")");
                }
            }
        }
        return !conditions.isEmpty() && read(table, String.join(" OR ", conditions));
    }

    private boolean ofEngine(Schema.Table table) {
        String known = ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
        String condition;
        if (table.name().equals("act_ge_bytearray")) {
            String contents = rows.values().stream()
                    .flatMap(List::stream)
                    .flatMap(row -> row.entrySet().stream())
                    .filter(value -> value.getValue() != null
                            && (value.getKey().endsWith("bytearray_id_")
                                    || value.getKey().endsWith("stack_id_")
                                    || value.getKey().endsWith("exception_stack_id_")))
                    .map(value -> "'" + value.getValue() + "'")
                    .collect(Collectors.joining(","));
            if (contents.isEmpty()) {
                return false;
            }
            condition = "id_ IN (" + contents + ")";
        } else {
            condition = table.texts().stream()
                    .filter(column ->
                            column.name().endsWith("id_") || column.name().equals("super_exec_"))
                    .map(column -> column.name() + " IN (" + known + ")")
                    .collect(Collectors.joining(" OR "));
        }
        return !condition.isEmpty() && read(table, condition);
    }

    /** @return whether there were new ones */
    private boolean read(Schema.Table table, String condition) {
        String columns = table.columns().values().stream()
                .map(column -> "t." + column.name() + "::text AS " + column.name())
                .collect(Collectors.joining(", "));
        String order = table.number() == null ? "1" : "t." + table.number().name();
        boolean found = false;
        for (Map<String, String> row : database.rows("SELECT t.ctid::text AS bench_row, " + columns + " FROM "
                + table.name() + " t WHERE " + condition + " ORDER BY " + order)) {
            if (seen.add(table.name() + row.remove("bench_row"))) {
                rows.computeIfAbsent(table.name(), name -> new ArrayList<>()).add(row);
                if (table.isOfEngine()
                        && row.get("id_") != null
                        && UUID.matcher(row.get("id_")).matches()) {
                    ids.add(row.get("id_"));
                }
                found = true;
            }
        }
        return found;
    }

    String number() {
        return number;
    }

    Map<String, List<Map<String, String>>> rows() {
        return rows;
    }

    /** @return the engine's ids that are this ticket's own, as opposed to those of models, wherever they stand in a text */
    Set<String> ownIds() {
        Set<String> shared = new HashSet<>();
        List.of(
                        "act_re_procdef",
                        "act_re_deployment",
                        "act_re_decision_def",
                        "act_re_decision_req_def",
                        "act_re_camformdef",
                        "act_ru_jobdef")
                .forEach(table -> database.texts("SELECT id_ FROM " + table)
                        .forEach(id -> UUID.matcher(id).results().forEach(match -> shared.add(match.group()))));
        Set<String> own = new TreeSet<>();
        rows.values().stream()
                .flatMap(List::stream)
                .flatMap(row -> row.values().stream())
                .filter(value -> value != null)
                .forEach(value -> UUID.matcher(value).results().forEach(match -> own.add(match.group())));
        own.removeAll(shared);
        return own;
    }

    /** @return hashes of what only this ticket's resident knows; each ticket has others */
    Set<String> ownHashes() {
        return rows.values().stream()
                .flatMap(List::stream)
                .flatMap(row -> row.values().stream())
                .filter(value -> value != null && HASH.matcher(value).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return rows by table */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        rows.forEach((table, found) -> counts.put(table, found.size()));
        return counts;
    }

    int size() {
        return rows.values().stream().mapToInt(List::size).sum();
    }

    /** @return timers that wait */
    long timers() {
        return rows.getOrDefault("act_ru_job", List.of()).stream()
                .filter(row -> "timer".equals(row.get("type_")))
                .count();
    }

    Schema schema() {
        return schema;
    }
}
