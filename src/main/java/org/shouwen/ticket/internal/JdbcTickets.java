package org.shouwen.ticket.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.estate.Estate;
import org.shouwen.estate.Home;
import org.shouwen.estate.Phone;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Details;
import org.shouwen.ticket.Sort;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketQuery;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEntry;
import org.shouwen.ticket.TimelineEvent;
import org.shouwen.ticket.TimelineEvents;
import org.shouwen.wording.Moments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTickets implements Tickets {

    /** Columns that stay as they were when the ticket was opened, and the version, which is counted. */
    private static final Set<String> FIXED = Set.of(
            "id", "number", "kind", "channel", "number_tail", "first_responder", "opened_at", "recused", "version");

    /** How many tickets are read at once where many are. */
    private static final int PAGE = 500;

    /** The ticket, without its clocks, and what it was decided by. */
    private record Noted(TicketRow ticket, List<Decision> decisions) {}

    /** The ticket, once for each of its clocks. */
    private record Line(TicketRow ticket, Optional<Deadline> clock) {}

    private final Sql sql;
    private final ClockTable clocks;
    private final ReadOnce read = new ReadOnce();
    private final Estate estate;
    private final ApplicationEventPublisher events;
    private final TimelineEvents declared;
    private final Moments moments;
    private final WordSearch words;

    /** What happened lies there as its code, its facts as JSON. */
    private final Columns<TimelineEntry> entries;

    JdbcTickets(
            Sql sql,
            ClockTable clocks,
            Estate estate,
            ApplicationEventPublisher events,
            TimelineEvents declared,
            Moments moments,
            WordSearch words) {
        this.sql = sql;
        this.clocks = clocks;
        this.estate = estate;
        this.events = events;
        this.declared = declared;
        this.entries = Columns.of(TimelineEntry.class)
                .reading("what", row -> declared.get(row.getString("event")))
                .reading("facts", row -> Kept.facts(row.getString("facts")));
        this.moments = moments;
        this.words = words;
    }

    @Override
    public String nextNumber(String prefix, Instant at) {
        // The prefix comes from a TicketKind bean, never from outside; a sequence's name cannot be a parameter
        long next = sql.find(Long.class, "SELECT nextval('ticket_no_" + prefix.toLowerCase(Locale.ROOT) + "')")
                .orElseThrow();
        return "%s-%02d-%06d".formatted(prefix, moments.date(at).getYear() % 100, next);
    }

    @Override
    public void add(Ticket ticket, List<Decision> decisions) {
        Map<String, Object> values = values(ticket);
        values.put("id", new Sql.Next("ticket_id"));
        values.put("decisions", Kept.json(decisions));
        long id = sql.insertForId("ticket", values);
        clocks.insert(id, ticket.deadlines());
        ticket.facts()
                .intake()
                .details()
                .told()
                .forEach((name, text) -> sql.update(
                        "INSERT INTO ticket_detail (ticket_id, name, told) VALUES (?, ?, ?)", id, name, text.strip()));
        append(id, ticket.news());
        read.added(new TicketRow(id, ticket.facts(), ticket.state()));
    }

    private static Map<String, Object> values(Ticket ticket) {
        return TicketRow.COLUMNS.values(
                new TicketRow(0, ticket.facts(), ticket.state()),
                "is_open",
                !ticket.status().isFinal(),
                "next_due",
                ticket.nextDue(),
                "number_tail",
                ticket.number().substring(ticket.number().length() - 4),
                "phone_tail",
                Phone.tail(ticket.facts().intake().reporter().phone()));
    }

    @Override
    public void hold(String number) {
        sql.find(String.class, "SELECT number FROM ticket WHERE number = ? FOR UPDATE", number);
        read.forget(number);
    }

    @Override
    public boolean isNew(String number) {
        return read.isNew(number);
    }

    @Override
    public void save(Ticket ticket, List<Decision> decisions) {
        Map<String, Object> values = values(ticket);
        values.keySet().removeAll(FIXED);
        int changed = sql.update(
                "ticket",
                values,
                ", decisions = COALESCE(?, decisions), version = version + 1 WHERE number = ? AND version = ?",
                Kept.json(decisions),
                ticket.number(),
                ticket.state().version());
        long id = id(ticket.number());
        read.forget(ticket.number());
        if (changed == 0) {
            throw Refusal.overtaken("工单 " + ticket.number() + " 刚刚有人办理过，请刷新后再试");
        }
        read.saved(new TicketRow(id, ticket.facts(), ticket.state().saved()).with(ticket.deadlines()));
        List<Change> changes = ticket.clockChanges();
        clocks.save(id, ticket.replacedDeadlines(), changes);
        append(id, ticket.news());
        if (!changes.isEmpty()) {
            events.publishEvent(new ClocksChanged(ticket.number(), changes));
        }
        switch (ticket.status()) {
            case WITHDRAWN -> events.publishEvent(new Withdrawn(ticket.number()));
            case CLOSED -> events.publishEvent(new Closed(ticket.number()));
            case FOLLOWING -> events.publishEvent(new Joined(ticket.number()));
            default -> {
                // Nobody has to know
            }
        }
    }

    @Override
    public void note(String number, TimelineEvent event, String text, String by, Instant at, Object... facts) {
        TimelineEvent.Declaration what = event.declared();
        append(id(number), List.of(new TimelineEntry(at, by, what, text, null, what.facts(facts))));
    }

    private long id(String number) {
        return row(number).map(TicketRow::id).orElseThrow(() -> new IllegalStateException("no ticket " + number));
    }

    private void append(long id, List<TimelineEntry> news) {
        sql.insert(
                "ticket_timeline",
                news.stream()
                        .map(entry -> entries.values(
                                entry, "ticket_id", id, "event", entry.event(), "facts", Kept.json(entry.facts())))
                        .toList());
    }

    @Override
    public Optional<Ticket> find(String number) {
        return row(number).map(TicketRow::ticket);
    }

    private Optional<TicketRow> row(String number) {
        return read.row(number, () -> {
            List<Line> lines = sql.list(
                    (row, i) -> new Line(TicketRow.COLUMNS.mapRow(row, i), ClockTable.joined(row, i)),
                    "SELECT t.*, " + ClockTable.JOINED + " FROM ticket t" + ClockTable.JOIN + " WHERE t.number = ?",
                    number);
            return lines.stream().findFirst().map(first -> first.ticket()
                    .with(lines.stream().flatMap(line -> line.clock().stream()).toList()));
        });
    }

    @Override
    public Ticket get(String number) {
        return find(number).orElseThrow(() -> Tickets.notFound(number));
    }

    @Override
    public Map<String, Ticket> all(Collection<String> numbers) {
        return numbers.isEmpty()
                ? Map.of()
                : withClocks(sql.list(
                                TicketRow.COLUMNS, "SELECT * FROM ticket WHERE number IN (?)", List.copyOf(numbers)))
                        .stream()
                        .map(TicketRow::ticket)
                        .collect(Collectors.toMap(Ticket::number, Function.identity()));
    }

    @Override
    public List<Decision> decisions(String number) {
        return sql
                .list(
                        (row, i) -> Kept.decisions(row.getString("decisions")),
                        "SELECT decisions FROM ticket WHERE number = ?",
                        number)
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Decided> decided(Instant from, Instant until, int most) {
        List<Decided> all = new ArrayList<>();
        long before = Long.MAX_VALUE;
        int wanted;
        List<Noted> page;
        do {
            wanted = Math.min(PAGE, most - all.size());
            page = sql.list(
                    (row, i) -> new Noted(TicketRow.COLUMNS.mapRow(row, i), Kept.decisions(row.getString("decisions"))),
                    "SELECT * FROM ticket WHERE opened_at >= ? AND opened_at <= ? AND id < ? ORDER BY id DESC LIMIT "
                            + wanted,
                    from,
                    until,
                    before);
            List<TicketRow> rows = withClocks(page.stream().map(Noted::ticket).toList());
            for (int i = 0; i < page.size(); i++) {
                all.add(new Decided(rows.get(i).ticket(), page.get(i).decisions()));
                before = rows.get(i).id();
            }
        } while (page.size() == wanted && all.size() < most);
        return all;
    }

    @Override
    public Map<String, Integer> openByCategory() {
        Map<String, Integer> open = new HashMap<>();
        sql.list(
                (row, i) -> open.put(row.getString("category"), row.getInt("tickets")),
                "SELECT category, count(*) AS tickets FROM ticket WHERE is_open = TRUE GROUP BY category");
        return open;
    }

    @Override
    public Details details(String number) {
        Map<String, String> told = new LinkedHashMap<>();
        sql.list((row, i) -> told.put(row.getString("name"), row.getString("told")), """
                SELECT d.name, d.told FROM ticket_detail d JOIN ticket t ON t.id = d.ticket_id
                WHERE t.number = ? ORDER BY d.name
                """, number);
        return new Details(told);
    }

    @Override
    public List<TimelineEntry> timeline(String number) {
        return sql.once().list(entries, """
                SELECT l.at, l.actor, l.event, l.text, l.stands_for, l.facts
                FROM ticket_timeline l JOIN ticket t ON t.id = l.ticket_id
                WHERE t.number = ? ORDER BY l.id
                """, number);
    }

    @Override
    public List<Deadline> pastDeadlines(String number) {
        return clocks.past(number);
    }

    @Override
    public List<String> running(String site) {
        return clocks.running(site);
    }

    @Override
    public Set<String> about(String person) {
        return Set.copyOf(sql.list(String.class, "SELECT number FROM ticket WHERE recused = ?", person));
    }

    @Override
    public Set<String> visible(Collection<String> numbers, Caller reader) {
        if (numbers.isEmpty()) {
            return Set.of();
        }
        TicketFilter.Condition seen = TicketFilter.seenBy(reader);
        return Set.copyOf(sql.list(
                String.class,
                "SELECT number FROM ticket WHERE number IN (?) AND " + seen.sql(),
                Stream.concat(Stream.of(List.copyOf(numbers)), seen.params().stream())
                        .toArray()));
    }

    @Override
    public Set<String> recused() {
        return Set.copyOf(sql.list(String.class, "SELECT DISTINCT recused FROM ticket WHERE recused IS NOT NULL"));
    }

    @Override
    public Page page(TicketQuery query, List<TicketQuery> counted, Instant now) {
        // One more than asked tells whether there is a next page
        TicketFilter filter = filter(query, TicketFilter.WHOLE, query.size() + 1, now);
        Counts counts = counts(counted, now);
        Map<Long, List<Line>> lines = new LinkedHashMap<>();
        List<Integer> numbers = new ArrayList<>();
        sql.list(
                (row, i) -> {
                    counts.readOnce(row, numbers);
                    return row.getObject("id") == null
                            ? null
                            : lines.computeIfAbsent(row.getLong("id"), id -> new ArrayList<>())
                                    .add(new Line(TicketRow.COLUMNS.mapRow(row, i), ClockTable.joined(row, i)));
                },
                "SELECT " + counts.columns() + "t.*, " + ClockTable.JOINED + " FROM " + counts.from() + "("
                        + filter.sql() + ") t" + counts.joined() + ClockTable.JOIN + " ORDER BY " + filter.order(),
                Stream.concat(counts.params().stream(), filter.params().stream())
                        .toArray());
        List<Ticket> rows = lines.values().stream()
                .map(of -> of.get(0)
                        .ticket()
                        .with(of.stream().flatMap(line -> line.clock().stream()).toList())
                        .ticket())
                .toList();
        boolean more = rows.size() > query.size();
        List<Ticket> items = more ? rows.subList(0, query.size()) : rows;
        return new Page(
                items, more ? items.get(items.size() - 1).number() : null, filter.since(), List.copyOf(numbers));
    }

    @Override
    public void each(TicketQuery query, Instant now, int most, Consumer<Ticket> to) {
        TicketFilter filter = filter(query, TicketFilter.SLIM, most + 1, now);
        List<Long> ids = sql.list(
                (row, i) -> row.getLong("id"), filter.sql(), filter.params().toArray());
        if (ids.size() > most) {
            throw Refusal.invalid("list-too-long", "from", "超过 " + most + " 条，请按受理日期或其他条件分几次导出");
        }
        for (int from = 0; from < ids.size(); from += PAGE) {
            List<Long> some = ids.subList(from, Math.min(from + PAGE, ids.size()));
            Map<Long, TicketRow> rows = new HashMap<>();
            withClocks(sql.list(TicketRow.COLUMNS, "SELECT * FROM ticket WHERE id IN (?)", some))
                    .forEach(row -> rows.put(row.id(), row));
            some.stream()
                    .map(rows::get)
                    .filter(Objects::nonNull)
                    .map(TicketRow::ticket)
                    .forEach(to);
        }
    }

    private TicketFilter filter(TicketQuery query, String columns, int limit, Instant now) {
        return TicketFilter.of(
                query,
                columns,
                limit,
                now,
                moments.start(moments.date(now).plusDays(1)),
                text -> estate.searchHomes(text, 100).stream().map(Home::code).toList(),
                words);
    }

    /**
     * How many there are of some lists, beside another one.
     *
     * @param columns names of the numbers, with a comma behind
     * @param from what they are selected from, before the list
     * @param joined how the list goes on, which may be empty
     */
    private record Counts(int lists, String columns, String from, String joined, List<Object> params) {

        void readOnce(ResultSet row, List<Integer> into) throws SQLException {
            for (int i = into.size(); i < lists; i++) {
                into.add(row.getInt("count_" + i));
            }
        }
    }

    private Counts counts(List<TicketQuery> counted, Instant now) {
        if (counted.isEmpty()) {
            return new Counts(0, "", "", "", List.of());
        }
        List<String> columns = new ArrayList<>();
        List<Object> params = new ArrayList<>();
        for (TicketQuery query : counted) {
            TicketFilter filter =
                    filter(query.searching(null).after(null).sorted(Sort.NEWEST), TicketFilter.SLIM, COUNTED, now);
            columns.add("(SELECT count(*) FROM (" + filter.sql() + ") counted) AS count_" + columns.size());
            params.addAll(filter.params());
        }
        return new Counts(
                counted.size(),
                "n.*, ",
                "(SELECT " + String.join(", ", columns) + ") n LEFT JOIN ",
                " ON TRUE",
                params);
    }

    private List<TicketRow> withClocks(List<TicketRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Deadline>> current =
                clocks.current(rows.stream().map(TicketRow::id).toList());
        return rows.stream()
                .map(row -> row.with(current.getOrDefault(row.id(), List.of())))
                .toList();
    }
}
