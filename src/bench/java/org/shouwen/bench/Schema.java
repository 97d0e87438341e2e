package org.shouwen.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The tables of a database as its catalogue tells them, so that the bench knows no row by heart. */
final class Schema {

    /** Definitions and settings: they belong to no ticket. */
    private static final Set<String> NOT_OF_TICKETS = Set.of("flyway_schema_history", "act_ru_jobdef");

    private final Map<String, Table> tables = new TreeMap<>();

    /** @param references {@code other.column} this column points to, or null */
    record Column(String name, String type, boolean generated, boolean ownNumber, String references) {

        boolean isText() {
            return type.startsWith("character") || type.equals("text");
        }

        boolean isMoment() {
            return type.startsWith("timestamp");
        }
    }

    record Table(String name, Map<String, Column> columns) {

        boolean isOfEngine() {
            return name.startsWith("act_");
        }

        List<Column> texts() {
            return columns.values().stream().filter(Column::isText).toList();
        }

        /** The column that numbers the rows, or null. */
        Column number() {
            return columns.values().stream()
                    .filter(Column::ownNumber)
                    .findFirst()
                    .orElse(null);
        }
    }

    Schema(Database database) {
        Map<String, String> references = new LinkedHashMap<>();
        database.rows("""
                        SELECT c.conrelid::regclass::text AS source, a.attname AS source_column,
                               c.confrelid::regclass::text AS target, f.attname AS target_column
                          FROM pg_constraint c
                          JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
                          JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = c.confkey[1]
                         WHERE c.contype = 'f' AND array_length(c.conkey, 1) = 1
                        """)
                .forEach(row -> references.put(
                        row.get("source") + "." + row.get("source_column"),
                        row.get("target") + "." + row.get("target_column")));
        database.rows("""
                        SELECT c.table_name, c.column_name, c.data_type, c.is_generated,
                               EXISTS (SELECT 1 FROM pg_constraint p JOIN pg_attribute a
                                           ON a.attrelid = p.conrelid AND a.attnum = p.conkey[1]
                                        WHERE p.contype = 'p' AND array_length(p.conkey, 1) = 1
                                          AND p.conrelid = format('%I', c.table_name)::regclass
                                          AND a.attname = c.column_name) AS is_key
                          FROM information_schema.columns c
                          JOIN information_schema.tables t USING (table_schema, table_name)
                         WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
                         ORDER BY c.table_name, c.ordinal_position
                        """).forEach(row -> {
            String table = row.get("table_name");
            String type = row.get("data_type");
            boolean isKey = "t".equals(row.get("is_key"));
            String target = references.get(table + "." + row.get("column_name"));
            boolean isWhole = type.equals("bigint") || type.equals("integer");
            tables.computeIfAbsent(table, name -> new Table(name, new LinkedHashMap<>()))
                    .columns()
                    .put(
                            row.get("column_name"),
                            new Column(
                                    row.get("column_name"),
                                    type,
                                    "ALWAYS".equals(row.get("is_generated")),
                                    isKey && isWhole && target == null,
                                    target));
        });
    }

    /** @return tables that may hold rows of a ticket */
    List<Table> ofTickets() {
        return tables.values().stream()
                .filter(table -> !NOT_OF_TICKETS.contains(table.name()))
                .filter(table ->
                        !table.name().startsWith("bench_") && !table.name().startsWith("pg_stat"))
                .filter(table -> !table.isOfEngine()
                        || table.name().startsWith("act_ru_")
                        || table.name().startsWith("act_hi_")
                        || table.name().equals("act_ge_bytearray"))
                .toList();
    }

    Table table(String name) {
        return tables.get(name);
    }

    /** @return names of sequences that no column owns */
    static List<String> freeSequences(Database database) {
        return new ArrayList<>(database.texts("""
                SELECT s.relname FROM pg_class s
                 WHERE s.relkind = 'S' AND s.relnamespace = 'public'::regnamespace
                   AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = s.oid AND d.deptype IN ('a', 'i'))
                """));
    }
}
