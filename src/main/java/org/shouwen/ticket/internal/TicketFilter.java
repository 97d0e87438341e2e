package org.shouwen.ticket.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.shouwen.estate.Phone;
import org.shouwen.ticket.Tickets.Query;

/** A list of tickets as SQL; every condition can use an index. */
record TicketFilter(String sql, List<Object> params) {

    /** @param homes codes of the homes that a text finds: start of a code, or a name */
    static TicketFilter of(Query query, Instant now, Function<String, List<String>> homes) {
        List<String> conditions = new ArrayList<>();
        List<Object> params = new ArrayList<>();
        if (query.kind() != null) {
            conditions.add("kind = ?");
            params.add(query.kind());
        }
        if (query.status() != null) {
            conditions.add("status = ?");
            params.add(query.status().name());
        }
        if (query.overdue() || query.open() != null) {
            conditions.add("is_open = ?");
            params.add(query.overdue() || query.open());
        }
        if (Boolean.TRUE.equals(query.open()) && blank(query.q())) {
            // Forty reports of one burst pipe are one matter in a list; whoever searches finds each
            conditions.add("status <> 'FOLLOWING'");
        }
        if (query.overdue()) {
            conditions.add("next_due < ?");
            params.add(now.atOffset(ZoneOffset.UTC));
        }
        if (query.handler() != null) {
            conditions.add("handler = ?");
            params.add(query.handler());
        }
        if (query.person() != null) {
            conditions.add("(handler = ? OR first_responder = ?)");
            params.add(query.person());
            params.add(query.person());
        }
        if (query.reader() != null) {
            conditions.add("recused IS DISTINCT FROM ?");
            params.add(query.reader());
        }
        search(query.q(), homes, conditions, params);
        if (query.after() != null) {
            conditions.add("id < (SELECT id FROM ticket WHERE number = ?)");
            params.add(query.after());
        }
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        // One more than asked tells whether there is a next page
        return new TicketFilter(
                "SELECT * FROM ticket" + where + " ORDER BY id DESC LIMIT " + (query.size() + 1), params);
    }

    /** People type a number, a phone, the start of a home's code, a place's code, or a name. */
    private static void search(
            String q, Function<String, List<String>> homes, List<String> conditions, List<Object> params) {
        if (blank(q)) {
            return;
        }
        String text = q.strip();
        Optional<String> phone = Phone.find(text);
        if (text.matches("[A-Za-z]{2}-\\d{2}-\\d{6,}")) {
            conditions.add("number = ?");
            params.add(text.toUpperCase(Locale.ROOT));
        } else if (phone.isPresent()) {
            conditions.add("reporter_phone = ?");
            params.add(phone.get());
        } else {
            List<String> codes = new ArrayList<>(homes.apply(text));
            codes.add(text);
            String marks = String.join(", ", Collections.nCopies(codes.size(), "?"));
            conditions.add("(home IN (" + marks + ") OR place = ?)");
            params.addAll(codes);
            params.add(text);
        }
    }

    private static boolean blank(String q) {
        return q == null || q.isBlank();
    }
}
