package org.shouwen.ticket.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shouwen.estate.Estate;
import org.shouwen.estate.Home;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Details;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Pause;
import org.shouwen.ticket.Slot;
import org.shouwen.ticket.State;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEntry;
import org.shouwen.ticket.TimelineEvent;
import org.shouwen.ticket.TimelineEvents;
import org.shouwen.wording.Moments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTickets implements Tickets {

    private final JdbcClient jdbc;
    private final ClockTable clocks;
    private final ReadOnce read = new ReadOnce();
    private final Estate estate;
    private final ApplicationEventPublisher events;
    private final TimelineEvents declared;
    private final Moments moments;

    JdbcTickets(
            JdbcClient jdbc,
            ClockTable clocks,
            Estate estate,
            ApplicationEventPublisher events,
            TimelineEvents declared,
            Moments moments) {
        this.jdbc = jdbc;
        this.clocks = clocks;
        this.estate = estate;
        this.events = events;
        this.declared = declared;
        this.moments = moments;
    }

    @Override
    public String nextNumber(String prefix, Instant at) {
        // The prefix comes from a TicketKind bean, never from outside; a sequence's name cannot be a parameter
        long next = jdbc.sql("SELECT nextval('ticket_no_" + prefix.toLowerCase(Locale.ROOT) + "')")
                .query(Long.class)
                .single();
        return "%s-%02d-%06d".formatted(prefix, moments.date(at).getYear() % 100, next);
    }

    @Override
    public void add(Ticket ticket, List<Decision> decisions) {
        long id = TicketRows.insert(jdbc, ticket, decisions);
        clocks.insert(id, ticket.deadlines());
        ticket.facts().intake().details().told().forEach((name, text) -> jdbc.sql(
                        "INSERT INTO ticket_detail (ticket_id, name, told) VALUES (?, ?, ?)")
                .params(id, name, text.strip())
                .update());
        append(id, ticket.news());
        read.added(new TicketRows.Row(id, ticket.facts(), ticket.state()));
    }

    @Override
    public boolean isNew(String number) {
        return read.isNew(number);
    }

    @Override
    public void save(Ticket ticket, List<Decision> decisions) {
        Facts facts = ticket.facts();
        State state = ticket.state();
        Intake intake = facts.intake();
        Slot slot = intake.appointment();
        Pause pause = state.pause();
        int changed = jdbc.sql("""
                        UPDATE ticket SET status = ?, is_open = ?, handler = ?, returns = ?, urges = ?, transfers = ?,
                            reopens = ?, pause_reason = ?, pause_reference = ?, pause_until = ?, paused_at = ?,
                            next_due = ?, category = ?, category_label = ?, area = ?, site = ?, home = ?, place = ?,
                            location = ?, danger = ?, scope = ?, utility_out = ?, slot_from = ?, slot_to = ?,
                            priority = ?, urgent = ?, report_to = ?, post = ?, decisions = COALESCE(?, decisions),
                            version = version + 1
                        WHERE number = ? AND version = ?
                        """)
                .params(
                        state.status().name(),
                        !state.status().isFinal(),
                        state.handler(),
                        state.counts().returns(),
                        state.counts().urges(),
                        state.counts().transfers(),
                        state.counts().reopens(),
                        pause == null ? null : pause.reason().name(),
                        pause == null ? null : pause.reference(),
                        pause == null ? null : utc(pause.until()),
                        pause == null ? null : utc(pause.since()),
                        utc(ticket.nextDue().orElse(null)),
                        intake.category(),
                        facts.categoryLabel(),
                        facts.area().name(),
                        facts.site(),
                        intake.home(),
                        intake.place(),
                        facts.location(),
                        intake.danger().name(),
                        intake.scope().name(),
                        intake.utilityOut(),
                        slot == null ? null : utc(slot.from()),
                        slot == null ? null : utc(slot.to()),
                        facts.priority().name(),
                        facts.urgent(),
                        facts.reportTo(),
                        facts.post(),
                        TicketRows.json(decisions),
                        ticket.number(),
                        state.version())
                .update();
        long id = id(ticket.number());
        read.forget(ticket.number());
        if (changed == 0) {
            throw Refusal.notPossibleNow("ticket-changed", "工单 " + ticket.number() + " 刚刚有人办理过，请刷新后再试");
        }
        List<Change> changes = ticket.clockChanges();
        clocks.save(id, ticket.replacedDeadlines(), changes);
        append(id, ticket.news());
        if (!changes.isEmpty()) {
            events.publishEvent(new ClocksChanged(ticket.number(), changes));
        }
        switch (state.status()) {
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
        return row(number).map(TicketRows.Row::id).orElseThrow(() -> new IllegalStateException("no ticket " + number));
    }

    private void append(long id, List<TimelineEntry> news) {
        if (!news.isEmpty()) {
            jdbc.sql("INSERT INTO ticket_timeline (ticket_id, at, actor, event, text, stands_for, facts) VALUES "
                            + String.join(", ", Collections.nCopies(news.size(), "(?, ?, ?, ?, ?, ?, ?)")))
                    .params(news.stream()
                            .flatMap(entry -> Stream.of(
                                    id, utc(entry.at()), entry.actor(), entry.event(), entry.text(), entry.standsFor(), TicketRows.json(entry.facts())))
                            .toList())
                    .update();
        }
    }

    @Override
    public Optional<Ticket> find(String number) {
        return row(number).map(TicketRows.Row::ticket);
    }

    private Optional<TicketRows.Row> row(String number) {
        return read.row(
                number,
                () ->
                        withClocks(jdbc.sql("SELECT * FROM ticket WHERE number = ?")
                                        .param(number)
                                        .query(TicketRows::map)
                                        .list())
                                .stream()
                                .findFirst());
    }

    @Override
    public Ticket get(String number) {
        return find(number).orElseThrow(() -> Tickets.notFound(number));
    }

    @Override
    public Details details(String number) {
        Map<String, String> told = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT d.name, d.told FROM ticket_detail d JOIN ticket t ON t.id = d.ticket_id
                        WHERE t.number = ? ORDER BY d.name
                        """).param(number).query(row -> {
            told.put(row.getString("name"), row.getString("told"));
        });
        return new Details(told);
    }

    @Override
    public List<TimelineEntry> timeline(String number) {
        return jdbc.sql("""
                        SELECT l.at, l.actor, l.event, l.text, l.stands_for, l.facts
                        FROM ticket_timeline l JOIN ticket t ON t.id = l.ticket_id
                        WHERE t.number = ? ORDER BY l.id
                        """)
                .param(number)
                .query((row, i) -> new TimelineEntry(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        declared.get(row.getString("event")),
                        row.getString("text"),
                        row.getString("stands_for"),
                        TicketRows.facts(row.getString("facts"))))
                .list();
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
        return Set.copyOf(jdbc.sql("SELECT number FROM ticket WHERE recused = ?")
                .param(person)
                .query(String.class)
                .list());
    }

    @Override
    public Set<String> visible(Collection<String> numbers, Caller reader) {
        if (numbers.isEmpty()) {
            return Set.of();
        }
        TicketFilter.Condition seen = TicketFilter.seenBy(reader);
        return Set.copyOf(jdbc.sql("SELECT number FROM ticket WHERE number IN ("
                        + String.join(", ", Collections.nCopies(numbers.size(), "?")) + ") AND " + seen.sql())
                .params(Stream.concat(numbers.stream(), seen.params().stream()).toList())
                .query(String.class)
                .list());
    }

    @Override
    public Set<String> recused() {
        return Set.copyOf(jdbc.sql("SELECT DISTINCT recused FROM ticket WHERE recused IS NOT NULL")
                .query(String.class)
                .list());
    }

    @Override
    public Page page(Query query, Instant now) {
        TicketFilter filter = TicketFilter.of(query, now, text -> estate.searchHomes(text, 100).stream()
                .map(Home::code)
                .toList());
        List<TicketRows.Row> rows = jdbc.sql(filter.sql())
                .params(filter.params())
                .query(TicketRows::map)
                .list();
        boolean more = rows.size() > query.size();
        List<Ticket> items = withClocks(more ? rows.subList(0, query.size()) : rows).stream()
                .map(TicketRows.Row::ticket)
                .toList();
        return new Page(items, more ? items.get(items.size() - 1).number() : null);
    }

    private List<TicketRows.Row> withClocks(List<TicketRows.Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Deadline>> current =
                clocks.current(rows.stream().map(TicketRows.Row::id).toList());
        return rows.stream()
                .map(row -> row.with(current.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
