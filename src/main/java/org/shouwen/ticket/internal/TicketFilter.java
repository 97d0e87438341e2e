package org.shouwen.ticket.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
import org.shouwen.ticket.TicketNumber;
import org.shouwen.ticket.Tickets.Query;

/**
 * A list of tickets as SQL. Where one thing or another may hold, each has a search of its own that reads its index in
 * the list's order and stops at the page's end: one search for both would read every ticket that a person or a home ever had.
 */
record TicketFilter(String sql, List<Object> params) {

    /** Eight digits are a number of the town, or the last ones of a longer one. */
    private static final int LONGEST_LOCAL = 8;

    private static final Pattern TAIL = Pattern.compile("\\d{4}");

    /**
     * A condition with what its marks stand for.
     *
     * @param order the list's order as the index has it that the condition needs
     */
    record Condition(String sql, List<Object> params, String order) {

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
    }

    /** @param homes codes of the homes that a text finds: start of a code, or a name */
    static TicketFilter of(Query query, Instant now, Function<String, List<String>> homes) {
        // One more than asked tells whether there is a next page
        String newest = "id DESC LIMIT " + (query.size() + 1);
        List<Condition> common = common(query, now);
        List<String> searches = new ArrayList<>();
        List<Object> params = new ArrayList<>();
        for (Condition found : searched(query.q(), homes)) {
            for (Condition person : persons(query)) {
                for (Condition openness : openness(query)) {
                    List<Condition> conditions = Stream.concat(common.stream(), Stream.of(found, person, openness))
                            .filter(condition -> !condition.sql().isEmpty())
                            .toList();
                    String where = conditions.isEmpty()
                            ? ""
                            : conditions.stream()
                                    .map(Condition::sql)
                                    .collect(Collectors.joining(" AND ", " WHERE ", ""));
                    searches.add("SELECT * FROM ticket" + where + " ORDER BY " + person.order() + newest);
                    conditions.forEach(condition -> params.addAll(condition.params()));
                }
            }
        }
        return new TicketFilter(
                searches.size() == 1
                        ? searches.get(0)
                        : searches.stream().collect(Collectors.joining(") UNION (", "SELECT * FROM ((", ")) found"))
                                + " ORDER BY " + newest,
                params);
    }

    private static List<Condition> common(Query query, Instant now) {
        List<Condition> conditions = new ArrayList<>();
        if (query.kind() != null) {
            conditions.add(Condition.of("kind = ?", query.kind()));
        }
        if (query.status() != null) {
            conditions.add(Condition.of("status = ?", query.status()));
        }
        if (Boolean.TRUE.equals(query.open()) && blank(query.q())) {
            // Forty reports of one burst pipe are one matter in a list; whoever searches finds each
            conditions.add(Condition.of("status <> 'FOLLOWING'"));
        }
        if (query.overdue()) {
            conditions.add(Condition.of("next_due < ?", now));
        }
        if (query.reader() != null) {
            conditions.add(seenBy(query.reader()));
        }
        if (query.after() != null) {
            String last = TicketNumber.find(query.after())
                    .orElseThrow(
                            () -> Refusal.invalid("after-unknown", "after", "上一页最后的工单号（after）不正确：" + query.after()));
            conditions.add(Condition.of("id < (SELECT id FROM ticket WHERE number = ?)", last));
        }
        return conditions;
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
    private static List<Condition> persons(Query query) {
        if (query.handler() != null) {
            Condition handler = Condition.person("handler", query.handler());
            return List.of(
                    query.person() == null || query.person().equals(query.handler())
                            ? handler
                            : new Condition(
                                    handler.sql() + " AND first_responder = ?",
                                    List.of(query.handler(), query.handler(), query.person()),
                                    handler.order()));
        }
        return query.person() == null
                ? List.of(Condition.of(""))
                : List.of(
                        Condition.person("handler", query.person()),
                        Condition.person("first_responder", query.person()));
    }

    /** The indexes of persons hold their open tickets apart from the others. */
    private static List<Condition> openness(Query query) {
        if (query.overdue() || query.open() != null) {
            return List.of(Condition.of("is_open = ?", query.overdue() || query.open()));
        }
        return query.person() == null && query.handler() == null
                ? List.of(Condition.of(""))
                : List.of(Condition.of("is_open = TRUE"), Condition.of("is_open = FALSE"));
    }

    /**
     * People type a number, a phone or its last four digits, the start of a home's code, a place's code, or a name.
     *
     * @return one of which holds; an empty one always does
     */
    private static List<Condition> searched(String q, Function<String, List<String>> homes) {
        if (blank(q)) {
            return List.of(Condition.of(""));
        }
        String text = q.strip();
        Optional<String> phone = Phone.find(text);
        Optional<String> number = TicketNumber.find(text);
        if (number.isPresent()) {
            return List.of(Condition.of("number = ?", number.get()));
        }
        if (phone.filter(whole -> whole.length() > LONGEST_LOCAL).isPresent()) {
            return List.of(Condition.of("reporter_phone = ?", phone.get()));
        }
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
        return any;
    }

    private static boolean blank(String q) {
        return q == null || q.isBlank();
    }
}
