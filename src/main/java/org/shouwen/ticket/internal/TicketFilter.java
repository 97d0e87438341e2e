package org.shouwen.ticket.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.estate.Phone;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Sort;
import org.shouwen.ticket.TicketNumber;
import org.shouwen.ticket.TicketQuery;
import org.shouwen.ticket.TicketQuery.Filter;

/**
 * A list of tickets as SQL. Where one thing or another may hold, each has a search of its own that reads its index in
 * the list's order and stops at the page's end: one search for both would read every ticket that a person or a home ever had.
 *
 * @param order of the list, for the columns of {@code ticket}
 * @param since from when on tickets are looked at, where the list is bounded by itself; else null
 */
record TicketFilter(String sql, List<Object> params, String order, Instant since) {

    /** What the order of a list can be told by. */
    static final String SLIM = "id, opened_at, next_due, priority, location";

    static final String WHOLE = "*";

    /** Eight digits are a number of the town, or the last ones of a longer one. */
    private static final int LONGEST_LOCAL = 8;

    private static final Pattern TAIL = Pattern.compile("\\d{4}");

    /** The last digits of a ticket's number, which has six and, one day, more. */
    private static final Pattern END_OF_A_NUMBER = Pattern.compile("\\d{4,9}");

    /** Without a promise: last. */
    private static final String NEXT_DUE = "COALESCE(next_due, TIMESTAMP WITH TIME ZONE '9999-01-01 00:00:00+00')";

    /**
     * A condition with what its marks stand for.
     *
     * @param order the list's order as the index has it that the condition needs
     */
    record Condition(String sql, List<Object> params, String order) {

        static final Condition ALWAYS = of("");

        static Condition of(String sql, Object... params) {
            return new Condition(sql, List.of(params), "");
        }

        /**
         * {@code column = person} would let PostgreSQL read the primary key backwards until it has met enough of the
         * person's tickets; where he has none, all tickets there ever were. A range and its order leave it the person's index.
         */
        static Condition person(String column, String person) {
            return new Condition(
                    column + " BETWEEN ? AND ?", List.of(person, person), column + " DESC, is_open DESC, ");
        }

        Condition and(Condition other) {
            return new Condition(
                    sql + " AND " + other.sql,
                    Stream.concat(params.stream(), other.params.stream()).toList(),
                    order);
        }
    }

    /** @param descending which way all of them go */
    private record Order(List<String> keys, boolean descending) {

        String sql() {
            return keys.stream().map(key -> key + (descending ? " DESC" : "")).collect(Collectors.joining(", "));
        }

        /** @return what comes after the ticket of that number */
        Condition after(String number) {
            String further = descending ? " < " : " > ";
            String sql = "";
            int marks = 0;
            for (int i = keys.size() - 1; i >= 0; i--) {
                String key = keys.get(i);
                String last = "(SELECT " + key + " FROM ticket WHERE number = ?)";
                sql = sql.isEmpty()
                        ? key + further + last
                        // Said twice over, so that an index finds where to begin
                        : "(" + key + further.stripTrailing() + "= " + last + " AND (" + key + further + last + " OR "
                                + sql + "))";
                marks += i == keys.size() - 1 ? 1 : 2;
            }
            return new Condition(sql, List.copyOf(Collections.nCopies(marks, number)), "");
        }
    }

    /**
     * @param columns that are selected
     * @param limit how many; 0: all
     * @param midnight at which the day ends
     * @param homes codes of the homes that a text finds: start of a code, or a name
     */
    static TicketFilter of(
            TicketQuery query,
            String columns,
            int limit,
            Instant now,
            Instant midnight,
            Function<String, List<String>> homes,
            WordSearch words) {
        boolean fromGiven = query.filters().stream().anyMatch(filter -> filter.from() != null);
        Instant recent = fromGiven ? null : query.recent();
        Optional<Condition> written = isSearched(query)
                        && TicketNumber.find(query.q()).isEmpty()
                        && wholePhone(query.q()).isEmpty()
                ? words.of(query.q())
                : Optional.empty();
        // By its order alone a list is bounded, too, unless there are only open tickets on it
        boolean ordered = query.sort() != Sort.NEWEST && !query.isOfOpenOnes() && !isSearched(query);
        Instant since = written.isPresent() || ordered ? recent : null;
        boolean byTime = since != null
                || written.isPresent()
                || query.filters().stream().anyMatch(filter -> filter.from() != null || filter.until() != null);
        Order order = order(query.sort(), byTime);
        List<Condition> common = common(query, order, ordered ? since : null, now, midnight);
        List<Condition> found = searched(query.q(), homes, written, ordered ? null : since);
        String rest = order.sql() + (limit == 0 ? "" : " LIMIT " + limit);
        boolean ids = query.sort() == Sort.NEWEST && !byTime;
        List<String> searches = new ArrayList<>();
        List<Object> params = new ArrayList<>();
        for (Condition text : found) {
            for (Condition person : persons(query)) {
                for (Condition openness : openness(query)) {
                    List<Condition> conditions = Stream.concat(common.stream(), Stream.of(text, person, openness))
                            .filter(condition -> !condition.sql().isEmpty())
                            .toList();
                    String where = conditions.isEmpty()
                            ? ""
                            : conditions.stream()
                                    .map(Condition::sql)
                                    .collect(Collectors.joining(" AND ", " WHERE ", ""));
                    searches.add("SELECT " + columns + " FROM ticket" + where + " ORDER BY "
                            + (ids ? person.order() : "") + rest);
                    conditions.forEach(condition -> params.addAll(condition.params()));
                }
            }
        }
        return new TicketFilter(
                searches.size() == 1
                        ? searches.get(0)
                        : searches.stream().collect(Collectors.joining(") UNION (", "SELECT * FROM ((", ")) ticket"))
                                + " ORDER BY " + rest,
                params,
                order.sql(),
                since);
    }

    /** Tickets are numbered as they come in; where a time bounds the list, its index is read, which has the moment. */
    private static Order order(Sort sort, boolean byTime) {
        return switch (sort) {
            case NEWEST -> new Order(byTime ? List.of("opened_at", "id") : List.of("id"), true);
            case DUE -> new Order(List.of(NEXT_DUE, "id"), false);
            case URGENCY -> new Order(List.of("priority", NEXT_DUE, "id"), false);
            case PLACE -> new Order(List.of("location", "id"), false);
        };
    }

    private static List<Condition> common(
            TicketQuery query, Order order, Instant since, Instant now, Instant midnight) {
        List<Condition> conditions = new ArrayList<>();
        if (since != null) {
            conditions.add(Condition.of("opened_at >= ?", since));
        }
        for (Filter filter : query.filters()) {
            conditions.addAll(of(filter, now, midnight));
            if (Boolean.TRUE.equals(filter.open()) && !isSearched(query)) {
                // Forty reports of one burst pipe are one matter in a list; whoever searches finds each
                conditions.add(Condition.of("status <> 'FOLLOWING'"));
            }
        }
        // The first person has a search of his own
        query.filters().stream()
                .map(Filter::person)
                .filter(Objects::nonNull)
                .skip(1)
                .forEach(
                        person -> conditions.add(Condition.of("(handler = ? OR first_responder = ?)", person, person)));
        query.filters().stream()
                .map(Filter::handler)
                .filter(Objects::nonNull)
                .skip(1)
                .forEach(person -> conditions.add(Condition.of("handler = ?", person)));
        if (query.reader() != null) {
            conditions.add(seenBy(query.reader()));
        }
        if (query.after() != null) {
            conditions.add(order.after(TicketNumber.find(query.after())
                    .orElseThrow(
                            () -> Refusal.invalid("after-unknown", "after", "上一页最后的工单号（after）不正确：" + query.after()))));
        }
        return conditions;
    }

    private static List<Condition> of(Filter filter, Instant now, Instant midnight) {
        List<Condition> conditions = new ArrayList<>();
        equal(conditions, "kind", filter.kind());
        equal(conditions, "category", filter.category());
        equal(conditions, "site", filter.site());
        equal(conditions, "status", filter.status());
        if (filter.posts() != null) {
            conditions.add(new Condition("post IN (?)", List.of(filter.posts()), ""));
        }
        if (filter.from() != null) {
            conditions.add(Condition.of("opened_at >= ?", filter.from()));
        }
        if (filter.until() != null) {
            conditions.add(Condition.of("opened_at < ?", filter.until()));
        }
        if (filter.due() != null) {
            conditions.add(
                    switch (filter.due()) {
                        case OVERDUE -> Condition.of("next_due < ?", now);
                        case TODAY -> Condition.of("next_due >= ? AND next_due <= ?", now, midnight);
                        case ON_TIME -> Condition.of("(next_due IS NULL OR next_due >= ?)", now);
                        case PAUSED -> Condition.of("paused_at IS NOT NULL");
                    });
        }
        return conditions;
    }

    private static void equal(List<Condition> conditions, String column, Object value) {
        if (value != null) {
            conditions.add(Condition.of(column + " = ?", value));
        }
    }

    /** What a person is kept out of nobody sees for him, not even an administrator. */
    static Condition seenBy(Caller reader) {
        String person = reader.code();
        return reader.readsEverySite()
                ? Condition.of("recused IS DISTINCT FROM ?", person)
                : new Condition(
                        "recused IS DISTINCT FROM ? AND (site IN (SELECT site FROM staff_site WHERE staff = ?)"
                                + " OR handler = ? OR first_responder = ?)",
                        List.of(person, person, person, person),
                        "");
    }

    /** @return one of which holds; an empty one always does */
    private static List<Condition> persons(TicketQuery query) {
        Optional<String> person = first(query, Filter::person);
        return first(query, Filter::handler)
                .map(code -> {
                    Condition handler = Condition.person("handler", code);
                    return List.of(person.filter(other -> !other.equals(code))
                            .map(other -> handler.and(Condition.of("first_responder = ?", other)))
                            .orElse(handler));
                })
                .or(() -> person.map(
                        code -> List.of(Condition.person("handler", code), Condition.person("first_responder", code))))
                .orElse(List.of(Condition.ALWAYS));
    }

    private static Optional<String> first(TicketQuery query, Function<Filter, String> part) {
        return query.filters().stream().map(part).filter(Objects::nonNull).findFirst();
    }

    /** The indexes of persons hold their open tickets apart from the others. */
    private static List<Condition> openness(TicketQuery query) {
        Set<Boolean> wanted = query.filters().stream()
                .flatMap(filter -> Stream.of(filter.open(), filter.due() == null ? null : Boolean.TRUE))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (wanted.size() == 2) {
            return List.of(Condition.of("is_open = TRUE AND is_open = FALSE"));
        }
        if (!wanted.isEmpty()) {
            return List.of(Condition.of("is_open = ?", wanted.iterator().next()));
        }
        return persons(query).get(0).sql().isEmpty()
                ? List.of(Condition.ALWAYS)
                : List.of(Condition.of("is_open = TRUE"), Condition.of("is_open = FALSE"));
    }

    /**
     * People type a number or its end, a phone or its last four digits, the start of a home's code, a place's code, a name, or
     * words.
     *
     * @param since from when on words are looked for; null: in all there are
     * @return one of which holds; an empty one always does
     */
    private static List<Condition> searched(
            String q, Function<String, List<String>> homes, Optional<Condition> written, Instant since) {
        if (Typed.isBlank(q)) {
            return List.of(Condition.ALWAYS);
        }
        String text = q.strip();
        Optional<String> number = TicketNumber.find(text);
        if (number.isPresent()) {
            return List.of(Condition.of("number = ?", number.get()));
        }
        Optional<String> whole = wholePhone(text);
        if (whole.isPresent()) {
            return List.of(Condition.of("reporter_phone = ?", whole.get()));
        }
        Optional<String> phone = Phone.find(text);
        String digits = Typed.narrow(text);
        boolean tail = TAIL.matcher(digits).matches();
        Set<String> codes = new LinkedHashSet<>(homes.apply(text));
        if (tail || phone.isPresent()) {
            // Whoever lives there now is not whoever reported it then: digits are looked for in the ticket's own number
            codes.removeIf(code -> !code.startsWith(digits));
        }
        codes.add(text);
        List<Condition> any = new ArrayList<>(
                List.of(Condition.of("home IN (?)", List.copyOf(codes)), Condition.of("place = ?", text)));
        phone.ifPresent(local -> any.add(Condition.of("reporter_phone = ?", local)));
        if (tail) {
            any.add(Condition.of("phone_tail = ?", digits));
        }
        if (END_OF_A_NUMBER.matcher(digits).matches()) {
            any.add(Condition.of(
                    "number_tail = ? AND number LIKE ?", digits.substring(digits.length() - 4), "%" + digits));
        }
        written.map(condition -> since == null
                        ? condition
                        : Condition.of("opened_at >= ?", since).and(condition))
                .ifPresent(any::add);
        return any;
    }

    private static Optional<String> wholePhone(String text) {
        return Phone.find(text).filter(whole -> whole.length() > LONGEST_LOCAL);
    }

    private static boolean isSearched(TicketQuery query) {
        return !Typed.isBlank(query.q());
    }
}
