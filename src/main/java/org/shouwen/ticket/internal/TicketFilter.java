package org.shouwen.ticket.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shouwen.ticket.Tickets.Query;

/** A list of tickets as SQL; every condition can use an index. */
record TicketFilter(String sql, List<Object> params) {

    static TicketFilter of(Query query, Instant now) {
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
        search(query.q(), conditions, params);
        if (query.after() != null) {
            conditions.add("id < (SELECT id FROM ticket WHERE number = ?)");
            params.add(query.after());
        }
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        // One more than asked tells whether there is a next page
        return new TicketFilter(
                "SELECT * FROM ticket" + where + " ORDER BY id DESC LIMIT " + (query.size() + 1), params);
    }

    /** People type a number, a phone, or the start of a home's or place's code. */
    private static void search(String q, List<String> conditions, List<Object> params) {
        if (q == null || q.isBlank()) {
            return;
        }
        String text = q.strip().toUpperCase(Locale.ROOT);
        if (text.matches("[A-Z]{2}-\\d{2}-\\d{6,}")) {
            conditions.add("number = ?");
            params.add(text);
        } else if (text.matches("\\d{7,}")) {
            conditions.add("reporter_phone = ?");
            params.add(text);
        } else {
            // A range, not LIKE: the same index serves on both databases
            String end = text.substring(0, text.length() - 1) + (char) (text.charAt(text.length() - 1) + 1);
            conditions.add("(home >= ? AND home < ? OR place >= ? AND place < ?)");
            params.addAll(List.of(text, end, text, end));
        }
    }
}
