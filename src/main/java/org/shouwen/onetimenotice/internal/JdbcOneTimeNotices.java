package org.shouwen.onetimenotice.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shouwen.onetimenotice.Breach;
import org.shouwen.onetimenotice.Item;
import org.shouwen.onetimenotice.NoticeFigures;
import org.shouwen.onetimenotice.OneTimeNotice;
import org.shouwen.onetimenotice.OneTimeNotices;
import org.shouwen.onetimenotice.Receipt;
import org.shouwen.onetimenotice.Section;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOneTimeNotices implements OneTimeNotices {

    private static final String PREFIX = "GZ";

    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final Moments moments;

    JdbcOneTimeNotices(JdbcClient jdbc, Tickets tickets, Moments moments) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.moments = moments;
    }

    @Override
    public String nextNumber(Instant at) {
        return tickets.nextNumber(PREFIX, at);
    }

    @Override
    public Optional<Telling> telling(String ticket) {
        record Line(String number, OneTimeNotice.Told told) {}
        List<Line> lines = jdbc.sql("""
                        SELECT i.*, n.number FROM one_time_notice_item i
                            LEFT JOIN one_time_notice n ON n.ticket = i.ticket
                        WHERE i.ticket = ? ORDER BY i.position
                        """)
                .param(ticket)
                .query((row, i) -> new Line(row.getString("number"), told(row)))
                .list();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Telling(
                        lines.get(0).number(), lines.stream().map(Line::told).toList()));
    }

    @Override
    public void add(String ticket, List<String> items) {
        if (items.isEmpty()) {
            return;
        }
        jdbc.sql("INSERT INTO one_time_notice_item (ticket, position, item) VALUES "
                        + String.join(", ", Collections.nCopies(items.size(), "(?, ?, ?)")))
                .params(IntStream.range(0, items.size())
                        .boxed()
                        .flatMap(i -> Stream.<Object>of(ticket, i + 1, items.get(i)))
                        .toList())
                .update();
    }

    @Override
    public void add(OneTimeNotice notice, String site) {
        jdbc.sql("INSERT INTO one_time_notice (ticket, number, site, listed_at, listed_by) VALUES (?, ?, ?, ?, ?)")
                .params(notice.ticket(), notice.number(), site, utc(notice.listedAt()), notice.by())
                .update();
        notice.items().forEach(told -> insert(notice.ticket(), told));
    }

    private void insert(String ticket, OneTimeNotice.Told told) {
        Item item = told.item();
        jdbc.sql("""
                        INSERT INTO one_time_notice_item (ticket, position, item, code, section, heading, basis, later,
                            settled_at, settled_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        ticket,
                        told.position(),
                        item.text(),
                        item.code(),
                        item.section().code(),
                        item.section().heading(),
                        item.basis(),
                        told.later(),
                        told.settled().map(settled -> utc(settled.at())).orElse(null),
                        told.settled().map(OneTimeNotice.Settled::by).orElse(null)))
                .update();
    }

    @Override
    public OneTimeNotice get(String ticket) {
        return of(ticket).orElseThrow(() -> Refusal.notFound("notice-not-found", "工单 " + ticket + " 还没有一次性告知书"));
    }

    @Override
    public Optional<OneTimeNotice> of(String ticket) {
        return jdbc.sql("SELECT * FROM one_time_notice WHERE ticket = ?")
                .param(ticket)
                .query((row, i) -> notice(row))
                .optional();
    }

    @Override
    public Optional<OneTimeNotice> numbered(String notice) {
        return jdbc.sql("SELECT * FROM one_time_notice WHERE number = ?")
                .param(notice)
                .query((row, i) -> notice(row))
                .optional();
    }

    private OneTimeNotice notice(ResultSet row) throws SQLException {
        String ticket = row.getString("ticket");
        Instant received = instant(row, "received_at");
        return new OneTimeNotice(
                row.getString("number"),
                ticket,
                instant(row, "listed_at"),
                row.getString("listed_by"),
                received == null
                        ? Optional.empty()
                        : Optional.of(new Receipt(
                                row.getString("receiver"),
                                Receipt.How.valueOf(row.getString("received_how")),
                                received,
                                row.getString("received_by"))),
                told(ticket));
    }

    private List<OneTimeNotice.Told> told(String ticket) {
        return telling(ticket).map(Telling::items).orElse(List.of());
    }

    private static OneTimeNotice.Told told(ResultSet row) throws SQLException {
        Instant settled = instant(row, "settled_at");
        return new OneTimeNotice.Told(
                row.getInt("position"),
                item(row),
                settled == null
                        ? Optional.empty()
                        : Optional.of(new OneTimeNotice.Settled(settled, row.getString("settled_by"))),
                row.getBoolean("later"));
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getString("code"),
                new Section(row.getString("section"), row.getString("heading")),
                row.getString("item"),
                row.getString("basis"));
    }

    @Override
    public List<Integer> settle(String ticket, Collection<String> codes, OneTimeNotice.Settled settled) {
        if (codes.isEmpty()) {
            return List.of();
        }
        List<Integer> positions = jdbc.sql("""
                        SELECT position FROM one_time_notice_item
                        WHERE ticket = :ticket AND code IN (:codes) AND settled_at IS NULL ORDER BY position
                        """)
                .param("ticket", ticket)
                .param("codes", codes)
                .query(Integer.class)
                .list();
        positions.forEach(position -> jdbc.sql(
                        "UPDATE one_time_notice_item SET settled_at = ?, settled_by = ? WHERE ticket = ? AND position = ?")
                .params(utc(settled.at()), settled.by(), ticket, position)
                .update());
        return positions;
    }

    @Override
    public void reopen(String ticket, String code) {
        jdbc.sql("UPDATE one_time_notice_item SET settled_at = NULL, settled_by = NULL WHERE ticket = ? AND code = ?")
                .params(ticket, code)
                .update();
    }

    @Override
    public boolean receive(String ticket, Receipt receipt) {
        return jdbc.sql("""
                                UPDATE one_time_notice
                                SET receiver = ?, received_how = ?, received_at = ?, received_by = ?
                                WHERE ticket = ? AND received_at IS NULL
                                """)
                        .params(receipt.receiver(), receipt.how().name(), utc(receipt.at()), receipt.by(), ticket)
                        .update()
                == 1;
    }

    @Override
    public void later(Breach breach) {
        int position = jdbc.sql("SELECT max(position) + 1 FROM one_time_notice_item WHERE ticket = ?")
                .param(breach.ticket())
                .query(Integer.class)
                .single();
        insert(breach.ticket(), new OneTimeNotice.Told(position, breach.item(), Optional.empty(), true));
        jdbc.sql("""
                        INSERT INTO one_time_notice_breach (ticket, position, site, reason, decided_by, at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(breach.ticket(), position, breach.site(), breach.reason(), breach.by(), utc(breach.at()))
                .update();
    }

    @Override
    public List<Breach> breaches(String site, YearMonth month) {
        return jdbc.sql("""
                        SELECT b.*, i.item, i.code, i.section, i.heading, i.basis, n.number
                        FROM one_time_notice_breach b
                            JOIN one_time_notice_item i ON i.ticket = b.ticket AND i.position = b.position
                            JOIN one_time_notice n ON n.ticket = b.ticket
                        WHERE b.at >= ? AND b.at < ? AND (? = '' OR b.site = ?)
                        ORDER BY b.at DESC, b.ticket, b.position
                        """)
                .params(start(month), start(month.plusMonths(1)), site, site)
                .query(JdbcOneTimeNotices::breach)
                .list();
    }

    @Override
    public List<Breach> breaches(String ticket) {
        return jdbc.sql("""
                        SELECT b.*, i.item, i.code, i.section, i.heading, i.basis, n.number
                        FROM one_time_notice_breach b
                            JOIN one_time_notice_item i ON i.ticket = b.ticket AND i.position = b.position
                            JOIN one_time_notice n ON n.ticket = b.ticket
                        WHERE b.ticket = ? ORDER BY b.position
                        """).param(ticket).query(JdbcOneTimeNotices::breach).list();
    }

    private static Breach breach(ResultSet row, int i) throws SQLException {
        return new Breach(
                row.getString("number"),
                row.getString("ticket"),
                row.getString("site"),
                item(row),
                row.getString("reason"),
                row.getString("decided_by"),
                instant(row, "at"));
    }

    @Override
    public List<NoticeFigures> figures(String site, YearMonth month) {
        return jdbc.sql("""
                        SELECT site, sum(notices) AS notices, sum(received) AS received, sum(kept) AS kept,
                            sum(breaches) AS breaches
                        FROM (
                            SELECT n.site AS site, 1 AS notices,
                                CASE WHEN n.received_at IS NULL THEN 0 ELSE 1 END AS received,
                                CASE WHEN EXISTS (SELECT 1 FROM one_time_notice_breach b WHERE b.ticket = n.ticket)
                                    THEN 0 ELSE 1 END AS kept,
                                0 AS breaches
                            FROM one_time_notice n WHERE n.listed_at >= ? AND n.listed_at < ?
                            UNION ALL
                            SELECT b.site, 0, 0, 0, 1 FROM one_time_notice_breach b WHERE b.at >= ? AND b.at < ?
                        ) counted
                        WHERE (? = '' OR site = ?)
                        GROUP BY site ORDER BY site
                        """)
                .params(start(month), start(month.plusMonths(1)), start(month), start(month.plusMonths(1)), site, site)
                .query((row, i) -> new NoticeFigures(
                        row.getString("site"),
                        month,
                        row.getInt("notices"),
                        row.getInt("received"),
                        row.getInt("kept"),
                        row.getInt("breaches")))
                .list();
    }

    private OffsetDateTime start(YearMonth month) {
        return moments.start(month).atOffset(ZoneOffset.UTC);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
