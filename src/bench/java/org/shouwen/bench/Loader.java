package org.shouwen.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes many tickets out of a few that went the real way: each row of a specimen is written again under other ids,
 * another number, home and phone, at another time. What a flow writes is not known here, so this stays right when a flow
 * changes; {@link #check} proves it.
 */
final class Loader {

    /** Closed tickets lie as far back as this. */
    private static final int OLDEST_DAYS = 5 * 365;

    /** The engine's history of a ticket is gone after its time to live. */
    private static final int HISTORY_DAYS = 179;

    /** Timers lie this far ahead until they are let go: nothing fires by itself while something else is measured. */
    static final int PARKED_DAYS = 3650;

    private final Database database;
    private final String prefix;

    /**
     * @param prefix of a ticket's number, before six digits
     * @param homes SELECT of the homes' {@code code} and {@code label}
     */
    Loader(Database database, String prefix, String homes) {
        this.database = database;
        this.prefix = prefix;
        database.execute(
                "CREATE TABLE IF NOT EXISTS bench_home AS SELECT row_number() OVER (ORDER BY code) - 1 AS n, h.* FROM ("
                        + homes + ") h",
                """
                CREATE TABLE IF NOT EXISTS bench_ticket (n bigint PRIMARY KEY, template int, number varchar(40),
                    hex varchar(12), home varchar(200), label varchar(400), phone varchar(30), moved interval,
                    age varchar(10), age_days int)
                """);
    }

    /** Which texts of a specimen differ from ticket to ticket, each with the column of {@code bench_ticket} that follows it. */
    record Template(Specimen specimen, Map<String, String> texts) {

        static Template of(Specimen specimen, String home, String label, String phone, String key) {
            Map<String, String> texts = new LinkedHashMap<>();
            texts.put(specimen.number(), "m.number");
            texts.put(home, "m.home");
            if (label != null) {
                texts.put(label, "m.label");
            }
            texts.put(phone, "m.phone");
            if (key != null) {
                texts.put(key, "'load-' || m.n");
            }
            Stream.concat(specimen.ownIds().stream(), specimen.ownHashes().stream())
                    .forEach(id -> texts.put(id, "'" + id.substring(0, id.length() - 12) + "' || m.hex"));
            return new Template(specimen, texts);
        }
    }

    /** When the tickets were opened. */
    enum Age {
        /** Ahead, so that no promise breaks while lists are measured. */
        OPEN,
        /** Twenty days ago: whatever was promised is broken. */
        OVERDUE,
        /** Spread over five years; the engine's history only of the last half year. */
        CLOSED
    }

    /** @return how long it took */
    Duration load(List<Template> templates, int count, Age age) {
        long from = System.nanoTime();
        long first = database.number("SELECT coalesce(max(n), 0) + 1 FROM bench_ticket");
        long last = first + count - 1;
        List<String> sequences = Schema.freeSequences(database);
        Map<String, Numbering> bases = numberings(templates);
        describe(first, last, templates.size(), age);
        // Millions of rows: no foreign keys, and no flush a statement; CHECKPOINT follows
        database.execute("SET session_replication_role = replica", "SET synchronous_commit = off");
        for (int i = 0; i < templates.size(); i++) {
            for (String sql : statements(templates.get(i), i, first, last, bases, age)) {
                database.execute(sql);
            }
        }
        database.execute("SET session_replication_role = origin", "SET synchronous_commit = on");
        sequences.forEach(sequence -> database.execute(
                "SELECT setval('" + sequence + "', (SELECT last_value FROM " + sequence + ") + " + count + ")"));
        bases.keySet().forEach(this::advanceOwnSequence);
        database.settle();
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private void describe(long first, long last, int templates, Age age) {
        long numbered = Schema.freeSequences(database).stream()
                .filter(sequence -> sequence.startsWith("ticket_no_")
                        && prefix.toLowerCase(Locale.ROOT).startsWith(sequence.substring(10)))
                .mapToLong(sequence -> database.number("SELECT last_value FROM " + sequence))
                .findFirst()
                .orElse(first - 1);
        long count = last - first + 1;
        String days =
                switch (age) {
                    case OPEN -> "-30";
                    case OVERDUE -> "20";
                    case CLOSED -> "1 + (s.n - " + first + ") * " + OLDEST_DAYS + " / " + count;
                };
        database.execute(
                """
                INSERT INTO bench_ticket
                SELECT s.n, s.n %% %d, '%s' || lpad(d.digits, greatest(6, length(d.digits)), '0'),
                       lpad(to_hex(s.n), 12, '0'), h.code, h.label, '137' || lpad(s.n::text, 8, '0'),
                       make_interval(days => -(%s)::int, secs => (s.n - %d) * 0.2), '%s', (%s)::int
                  FROM generate_series(%d::bigint, %d::bigint) AS s(n)
                 CROSS JOIN LATERAL (SELECT (%d + s.n - %d + 1)::text AS digits) d
                  JOIN bench_home h ON h.n = (s.n * 7919) %% (SELECT count(*) FROM bench_home)
                """.formatted(templates, prefix, days, first, age, days, first, last, numbered, first),
                "ANALYZE bench_ticket");
    }

    /**
     * How the rows of a table are numbered on.
     *
     * @param base the largest number so far
     * @param step room for the rows of one ticket
     */
    private record Numbering(long base, int step) {}

    private Map<String, Numbering> numberings(List<Template> templates) {
        Map<String, Numbering> numberings = new TreeMap<>();
        for (Template template : templates) {
            template.specimen().rows().forEach((name, rows) -> {
                Schema.Column number = template.specimen().schema().table(name).number();
                if (number != null) {
                    numberings.merge(
                            name,
                            new Numbering(
                                    database.number("SELECT max(" + number.name() + ") FROM " + name), rows.size()),
                            (one, other) -> one.step() > other.step() ? one : other);
                }
            });
        }
        return numberings;
    }

    private void advanceOwnSequence(String table) {
        String column = new Schema(database).table(table).number().name();
        String sequence = database.text("SELECT pg_get_serial_sequence('" + table + "', '" + column + "')");
        if (sequence != null) {
            database.execute("SELECT setval('" + sequence + "', (SELECT max(" + column + ") FROM " + table + "))");
        }
    }

    private List<String> statements(
            Template template, int index, long first, long last, Map<String, Numbering> bases, Age age) {
        List<String> statements = new ArrayList<>();
        template.specimen().rows().forEach((name, rows) -> {
            Schema.Table table = template.specimen().schema().table(name);
            List<Schema.Column> columns = table.columns().values().stream()
                    .filter(column -> !column.generated())
                    .toList();
            String names = columns.stream().map(Schema.Column::name).collect(Collectors.joining(", "));
            for (Map<String, String> row : rows) {
                String values = columns.stream()
                        .map(column -> value(template, table, column, row.get(column.name()), first, bases))
                        .collect(Collectors.joining(", "));
                String where = "m.template = " + index + " AND m.n BETWEEN " + first + " AND " + last;
                if (age == Age.CLOSED && table.isOfEngine()) {
                    where += " AND m.age_days < " + HISTORY_DAYS;
                }
                statements.add("INSERT INTO " + name + " (" + names + ") OVERRIDING SYSTEM VALUE SELECT " + values
                        + " FROM bench_ticket m WHERE " + where);
            }
        });
        return statements;
    }

    private static String value(
            Template template,
            Schema.Table table,
            Schema.Column column,
            String value,
            long first,
            Map<String, Numbering> bases) {
        if (value == null) {
            return "NULL::" + column.type();
        }
        if (column.ownNumber()) {
            return number(template, table.name(), column.name(), value, first, bases);
        }
        if (column.references() != null && !column.isText()) {
            String[] target = column.references().split("\\.");
            if (bases.containsKey(target[0])) {
                return number(template, target[0], target[1], value, first, bases);
            }
        }
        String literal = quoted(value) + "::" + column.type();
        // "Never" stays never
        if (column.isMoment() && value.compareTo("2900") < 0) {
            return literal + " + m.moved"
                    + (table.name().equals("act_ru_job") ? " + make_interval(days => " + PARKED_DAYS + ")" : "");
        }
        return column.isText() ? replaced(value, template.texts()) : literal;
    }

    /** Rows of one ticket keep their order; rows of different tickets never meet. */
    private static String number(
            Template template, String table, String column, String value, long first, Map<String, Numbering> bases) {
        List<Map<String, String>> rows = template.specimen().rows().getOrDefault(table, List.of());
        for (int i = 0; i < rows.size(); i++) {
            if (value.equals(rows.get(i).get(column))) {
                return "%d + (m.n - %d) * %d + %d"
                        .formatted(
                                bases.get(table).base(), first, bases.get(table).step(), i + 1);
            }
        }
        return value;
    }

    private static String replaced(String value, Map<String, String> texts) {
        StringBuilder sql = new StringBuilder("concat('");
        int at = 0;
        while (at < value.length()) {
            String token = null;
            for (String candidate : texts.keySet()) {
                if (value.startsWith(candidate, at) && (token == null || candidate.length() > token.length())) {
                    token = candidate;
                }
            }
            if (token == null) {
                sql.append(value.charAt(at) == '\'' ? "''" : value.charAt(at));
                at++;
            } else {
                sql.append("', ").append(texts.get(token)).append(", '");
                at += token.length();
            }
        }
        return sql.append("')").toString();
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /**
     * Compares the first ticket that was loaded last of each template with its specimen.
     *
     * @throws IllegalStateException where a row is missing or too much
     */
    void check(List<Template> templates, Age age) {
        for (int i = 0; i < templates.size(); i++) {
            Specimen specimen = templates.get(i).specimen();
            String number = database.text(
                    "SELECT number FROM bench_ticket WHERE template = %d AND age = '%s' ORDER BY n LIMIT 1"
                            .formatted(i, age));
            Map<String, Integer> loaded = new Specimen(database, specimen.schema(), number).counts();
            if (!loaded.equals(specimen.counts())) {
                throw new IllegalStateException("loaded ticket " + number + " has other rows than " + specimen.number()
                        + ": " + loaded + " instead of " + specimen.counts());
            }
        }
    }

    /** A ticket to look for. */
    record Known(String number, String home, String phone) {}

    /** @return some of what was loaded, in no order, the same every time */
    List<Known> some(int count, Age age) {
        return database
                .rows("SELECT number, home, phone FROM bench_ticket WHERE age = '%s' ORDER BY md5(n::text) LIMIT %d"
                        .formatted(age, count))
                .stream()
                .map(row -> new Known(row.get("number"), row.get("home"), row.get("phone")))
                .toList();
    }
}
