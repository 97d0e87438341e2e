package org.shouwen.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.shouwen.estate.Estate;
import org.shouwen.problem.Refusal;
import org.shouwen.rows.Sql;
import org.shouwen.testing.TestDatabase;
import org.shouwen.ticket.Due;
import org.shouwen.ticket.Sort;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketQuery;
import org.shouwen.ticket.TicketQuery.Filter;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEvents;
import org.shouwen.wording.Moments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lists find and in which order, held against a plain filter over the same tickets; and how much is read for it. */
@Tag("database")
class TicketListsIT {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final Instant RECENT = NOW.minus(Duration.ofDays(365));
    private static final Instant MIDNIGHT = Instant.parse("2026-11-23T16:00:00Z");

    /** {@code -Dlists.tickets=1000000}: the size that the figures of docs/adr/0028 are of; a tenth lies in the period. */
    private static final int MANY = Integer.getInteger("lists.tickets", 20_000);

    private static final List<String> SAID = List.of(
            "厨房水龙头漏水",
            "卫生间漏水，已关总阀",
            "电梯异响 100%",
            "a_b c\\d e!f",
            "WiFi 断了",
            "楼道灯不亮，电话 13812345678",
            "<b>漏电</b> '; DROP TABLE ticket; --");

    private JdbcClient jdbc;
    private JdbcTemplate plain;
    private Tickets tickets;

    @BeforeEach
    void open() {
        DataSource database = TestDatabase.migrated();
        jdbc = JdbcClient.create(database);
        plain = new JdbcTemplate(database);
        Sql sql = new Sql(jdbc);
        tickets = new JdbcTickets(
                sql,
                new ClockTable(sql),
                Mockito.mock(Estate.class),
                event -> {},
                new TimelineEvents(),
                new Moments(Clock.systemUTC(), ZoneId.of("Asia/Shanghai")),
                new WordsOfRows());
    }

    /** A row as the plain filter sees it. */
    private record Row(
            long id,
            String number,
            String kind,
            String site,
            Status status,
            String priority,
            String handler,
            String responder,
            String name,
            String phone,
            String location,
            String said,
            Instant opened,
            Instant due,
            boolean paused) {

        boolean open() {
            return !status.isFinal();
        }
    }

    private List<Row> random(Random random, int how) {
        List<Row> rows = IntStream.rangeClosed(1, how)
                .mapToObj(id -> {
                    Status status = Status.values()[random.nextInt(Status.values().length)];
                    boolean due = !status.isFinal() && random.nextInt(4) > 0;
                    return new Row(
                            id,
                            "BX-26-%06d".formatted(random.nextInt(3) * 100_000 + id),
                            random.nextBoolean() ? "REPAIR" : "COMPLAINT",
                            random.nextBoolean() ? "east" : "hill",
                            status,
                            "P" + random.nextInt(4),
                            random.nextInt(3) == 0 ? null : "staff" + random.nextInt(4),
                            "staff" + random.nextInt(4),
                            random.nextBoolean() ? "张三" : "李水生",
                            "138" + (10_000_000 + random.nextInt(90_000_000)),
                            "%d 号楼 10%d 室".formatted(1 + random.nextInt(5), random.nextInt(9)),
                            SAID.get(random.nextInt(SAID.size())),
                            NOW.minus(Duration.ofHours(random.nextInt(24 * 500))),
                            due ? NOW.plus(Duration.ofMinutes(random.nextInt(4000) - 2000)) : null,
                            !status.isFinal() && random.nextInt(5) == 0);
                })
                .toList();
        rows.forEach(this::insert);
        return rows;
    }

    private void insert(Row row) {
        new Sql(jdbc)
                .update(
                        """
                INSERT INTO ticket (id, number, number_tail, kind, category, category_label, area, site, location,
                    reporter_name, reporter_phone, phone_tail, channel, description, danger, scope, utility_out, priority,
                    urgent, report_to, first_responder, post, opened_at, status, is_open, handler, returns, urges, next_due,
                    paused_at, version)
                VALUES (?, ?, ?, ?, 'X', '家庭维修', 'HOME', ?, ?, ?, ?, ?, 'PHONE', ?, 'NONE', 'PERSONAL', FALSE, ?, FALSE, '',
                    ?, 'post', ?, ?, ?, ?, 0, 0, ?, ?, 1)
                """,
                        row.id,
                        row.number,
                        row.number.substring(row.number.length() - 4),
                        row.kind,
                        row.site,
                        row.location,
                        row.name,
                        row.phone,
                        row.phone.substring(7),
                        row.said,
                        row.priority,
                        row.responder,
                        row.opened,
                        row.status,
                        row.open(),
                        row.handler,
                        row.due,
                        row.paused ? NOW : null);
    }

    private static <T> T maybe(Random random, List<T> any) {
        return random.nextInt(3) > 0 ? null : any.get(random.nextInt(any.size()));
    }

    private static Filter filter(Random random) {
        Instant from = maybe(random, List.of(NOW.minus(Duration.ofDays(450)), NOW.minus(Duration.ofDays(100))));
        return new Filter(
                maybe(random, List.of("REPAIR", "COMPLAINT")),
                null,
                maybe(random, List.of("east", "hill")),
                maybe(random, List.of(Status.RECEIVED, Status.CLOSED, Status.FOLLOWING)),
                maybe(random, List.of(true, false)),
                maybe(random, List.of(Due.values())),
                maybe(random, List.of("staff0", "staff1")),
                maybe(random, List.of("staff0", "staff2")),
                null,
                from,
                maybe(random, List.of(NOW.minus(Duration.ofDays(50)))));
    }

    private static final List<String> SOUGHT = List.of(
            "漏水",
            "张三",
            "水",
            "100%",
            "%",
            "_",
            "a_b",
            "wifi",
            "WIFI 断了",
            "厨房 漏水",
            "漏水 张三",
            "c\\d",
            "e!f",
            "1381234",
            "'; DROP",
            "漏电",
            "幕墙",
            "家庭维修",
            "13812345678",
            "BX-26-000007");

    private static boolean finds(Row row, String q, boolean fromGiven) {
        if (q == null) {
            return true;
        }
        if (q.startsWith("BX")) {
            return row.number.equals(q);
        }
        if (q.matches("\\d{11}")) {
            return row.phone.equals(q);
        }
        if (q.matches("\\d{4}")) {
            return row.number.endsWith(q) || row.phone.endsWith(q);
        }
        if (q.codePoints().noneMatch(Character::isLetter)) {
            return false;
        }
        return (fromGiven || !row.opened.isBefore(RECENT))
                && List.of(q.split(" ")).stream().allMatch(word -> {
                    String lower = word.toLowerCase(Locale.ROOT);
                    boolean digits = word.matches(".*\\d.*");
                    return (digits ? List.of(row.location, "家庭维修") : List.of(row.said, row.name, row.location, "家庭维修"))
                            .stream().anyMatch(text -> text.toLowerCase(Locale.ROOT)
                                    .contains(lower));
                });
    }

    private static boolean holds(Row row, Filter filter, boolean searched) {
        return (filter.kind() == null || filter.kind().equals(row.kind))
                && (filter.site() == null || filter.site().equals(row.site))
                && (filter.status() == null || filter.status() == row.status)
                && (filter.open() == null
                        || filter.open() == row.open()
                                && (searched || !filter.open() || row.status != Status.FOLLOWING))
                && (filter.due() == null || row.open() && holds(row, filter.due()))
                && (filter.person() == null
                        || filter.person().equals(row.handler)
                        || filter.person().equals(row.responder))
                && (filter.handler() == null || filter.handler().equals(row.handler))
                && (filter.from() == null || !row.opened.isBefore(filter.from()))
                && (filter.until() == null || row.opened.isBefore(filter.until()));
    }

    private static boolean holds(Row row, Due due) {
        return switch (due) {
            case OVERDUE -> row.due != null && row.due.isBefore(NOW);
            case TODAY -> row.due != null && !row.due.isBefore(NOW) && !row.due.isAfter(MIDNIGHT);
            case ON_TIME -> row.due == null || !row.due.isBefore(NOW);
            case PAUSED -> row.paused;
        };
    }

    private static Comparator<Row> order(Sort sort, boolean byTime) {
        Comparator<Row> due = Comparator.comparing(row -> row.due == null ? Instant.MAX : row.due);
        Comparator<Row> id = Comparator.comparing(Row::id);
        return switch (sort) {
            case NEWEST ->
                byTime ? Comparator.comparing(Row::opened).thenComparing(id).reversed() : id.reversed();
            case DUE -> due.thenComparing(id);
            case URGENCY ->
                Comparator.comparing(Row::priority).thenComparing(due).thenComparing(id);
            case PLACE -> Comparator.comparing(Row::location).thenComparing(id);
        };
    }

    /** What one filter holds against the other, too: what a list is about, and what its reader narrows it to. */
    @Test
    void everyListFindsWhatAPlainFilterFindsPageByPageAndAllAtOnce() {
        Random random = new Random(20261123);
        List<Row> rows = random(random, 400);
        int found = 0;
        for (int i = 0; i < 400; i++) {
            List<Filter> filters = List.of(random.nextBoolean() ? Filter.NONE : filter(random), filter(random));
            String end = rows.get(random.nextInt(rows.size())).number.substring(8);
            String q = maybe(random, random.nextInt(5) == 0 ? List.of(end) : SOUGHT);
            Sort sort = Sort.values()[random.nextInt(Sort.values().length)];
            TicketQuery query = new TicketQuery(filters, q, RECENT, sort, 7, null, null);
            boolean from = filters.stream().anyMatch(filter -> filter.from() != null);
            boolean words = q != null && q.codePoints().anyMatch(Character::isLetter) && !q.startsWith("BX");
            boolean byTime = words || filters.stream().anyMatch(one -> one.from() != null || one.until() != null);
            boolean bounded = sort != Sort.NEWEST && q == null && !query.isOfOpenOnes() && !from;
            List<String> expected = rows.stream()
                    .filter(row -> filters.stream().allMatch(filter -> holds(row, filter, q != null)))
                    .filter(row -> finds(row, q, from))
                    .filter(row -> !bounded || !row.opened.isBefore(RECENT))
                    .sorted(order(sort, byTime))
                    .map(Row::number)
                    .toList();
            assertThat(paged(query)).as(query.toString()).isEqualTo(expected);
            List<String> all = new ArrayList<>();
            tickets.each(query, NOW, 1000, ticket -> all.add(ticket.number()));
            assertThat(all).as(query.toString()).isEqualTo(expected);
            found += expected.size();
        }
        assertThat(found).isGreaterThan(1000);
    }

    private List<String> paged(TicketQuery query) {
        List<String> read = new ArrayList<>();
        String after = null;
        do {
            TicketQuery one = query.after(after);
            Tickets.Page page = tickets.page(one, NOW);
            page.items().stream().map(Ticket::number).forEach(read::add);
            after = page.next();
        } while (after != null);
        return read;
    }

    @Test
    void aPageTellsHowManyThereAreOfOtherLists() {
        List<Row> rows = random(new Random(7), 300);
        List<TicketQuery> counted =
                List.of(TicketQuery.of(Filter.OPEN, 25), TicketQuery.of(Filter.NONE.due(Due.PAUSED), 25));
        TicketQuery none = TicketQuery.of(Filter.NONE, 25).searching("BX-26-999999");
        Tickets.Page page = tickets.page(none, counted, NOW);
        assertThat(page.items()).isEmpty();
        assertThat(page.counts()).containsExactly(Tickets.COUNTED, (int)
                rows.stream().filter(Row::paused).count());
    }

    @Test
    void whatIsTooLongIsRefusedBeforeAnythingOfItIsRead() {
        random(new Random(7), 20);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> tickets.each(TicketQuery.of(Filter.NONE, 25), NOW, 19, ticket -> {
                    throw new AssertionError("read");
                }))
                .withMessageContaining("超过 19 条");
    }

    /** Blocks are counted, not time: a word that nothing has is the worst there is, every row of the period is read for it. */
    @Test
    void wordsReadNoMoreThanTheRowsOfThePeriodHold() {
        Assumptions.assumeTrue(TestDatabase.isPostgres());
        int inside = MANY / 10;
        plain.execute("""
                INSERT INTO ticket (id, number, number_tail, kind, category, category_label, area, site, location,
                    reporter_name, reporter_phone, phone_tail, channel, description, danger, scope, utility_out, priority,
                    urgent, report_to, first_responder, post, opened_at, status, is_open, handler, returns, urges, version,
                    decisions)
                SELECT i, 'BX-26-' || lpad(i::text, 7, '0'), right(i::text, 4), 'REPAIR', 'X', '家庭水管维修', 'HOME', 'east',
                    (i %% 30) || ' 号楼 1 单元 101 室', '张三', '13812345678', '5678', 'PHONE',
                    '厨房水龙头漏水，已经关了总阀，请尽快来人看看，家里有老人', 'NONE', 'PERSONAL', FALSE, 'P2', FALSE, '', 'desk1',
                    'post', TIMESTAMPTZ '%s' - (%d - i) * INTERVAL '%d seconds', 'CLOSED', FALSE, 'plumber1', 0, 0, 1,
                    repeat('{"table":"repairPriority","version":1},', 12)
                FROM generate_series(1, %d) i
                """.formatted(NOW, MANY, 365L * 24 * 3600 / inside, MANY));
        plain.execute("VACUUM ANALYZE ticket");
        long rows = plain.queryForObject(
                "SELECT count(*) FROM ticket WHERE opened_at >= ?", Long.class, java.sql.Timestamp.from(RECENT));
        long held = plain.queryForObject(
                "SELECT count(DISTINCT (ctid::text::point)[0]) FROM ticket WHERE opened_at >= ?",
                Long.class,
                java.sql.Timestamp.from(RECENT));
        long index = plain.queryForObject("SELECT pg_relation_size('ticket_opened') / 8192", Long.class) * rows / MANY;
        List<String> figures = new ArrayList<>();
        for (String word : List.of("幕墙", "漏水", "幕墙 漏水")) {
            for (Filter filter : List.of(
                    Filter.NONE, new Filter(null, null, "hill", null, null, null, null, null, null, null, null))) {
                long blocks = blocks(new TicketQuery(List.of(filter), word, RECENT, Sort.NEWEST, 25, null, null));
                figures.add(word + " " + (filter.site() == null ? "anywhere" : "at another site") + ": " + blocks);
                // The index's blocks besides, and where two workers meet a block that both read
                assertThat(blocks).as(word).isLessThanOrEqualTo(held + held / 10 + 40);
            }
        }
        System.out.printf(
                "%,d tickets, %,d in the period in %,d blocks (and %,d of the index): %s%n",
                MANY, rows, held, index, figures);
    }

    /** @return blocks that PostgreSQL looks at for a page */
    private long blocks(TicketQuery query) {
        Function<String, List<String>> homes = text -> List.of();
        TicketFilter filter = TicketFilter.of(query, TicketFilter.WHOLE, 26, NOW, MIDNIGHT, homes, new WordsOfRows());
        List<Object> flat = new ArrayList<>();
        String sql = filter.sql();
        for (Object param : filter.params()) {
            flat.add(
                    param instanceof Instant at
                            ? java.sql.Timestamp.from(at)
                            : param instanceof List<?> many ? many.get(0) : param);
        }
        List<String> plan =
                plain.queryForList("EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) " + sql, String.class, flat.toArray());
        String top = plan.stream()
                .filter(line -> line.contains("Buffers:"))
                .findFirst()
                .orElseThrow();
        return List.of("hit", "read").stream()
                .mapToLong(kind -> {
                    var found =
                            java.util.regex.Pattern.compile(kind + "=(\\d+)").matcher(top);
                    return found.find() ? Long.parseLong(found.group(1)) : 0;
                })
                .sum();
    }
}
