package org.shouwen.onetimenotice;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.shouwen.problem.Refusal;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Repository;

/** The lists that were told, kept as they were told. */
@Repository
public class OneTimeNotices {

    /**
     * What a ticket was told.
     *
     * @param number of the notice; null where its kind only wants things known, and the items have nothing but a text
     */
    public record Telling(String number, List<OneTimeNotice.Told> items) {

        public List<String> texts() {
            return items.stream().map(told -> told.item().text()).toList();
        }
    }

    private static final String PREFIX = "GZ";

    private static final Columns<OneTimeNotice.Told> TOLD = Columns.of(OneTimeNotice.Told.class)
            .named("item.text", "item")
            .named("item.section.code", "section")
            .named("settled.at", "settled_at")
            .named("settled.by", "settled_by");

    private static final Columns<Breach> BREACH = Columns.of(Breach.class)
            .named("notice", "number")
            .named("item.text", "item")
            .named("item.section.code", "section")
            .named("by", "decided_by");

    private static final Columns<NoticeFigures> FIGURES = Columns.of(NoticeFigures.class);

    private static final String BREACHES = """
            SELECT b.*, i.item, i.code, i.section, i.heading, i.basis, n.number
            FROM one_time_notice_breach b
                JOIN one_time_notice_item i ON i.ticket = b.ticket AND i.position = b.position
                JOIN one_time_notice n ON n.ticket = b.ticket
            """;

    private final Sql sql;
    private final Tickets tickets;
    private final Moments moments;

    private final Columns<OneTimeNotice> notices = Columns.of(OneTimeNotice.class)
            .named("by", "listed_by")
            .named("receipt.how", "received_how")
            .named("receipt.at", "received_at")
            .named("receipt.by", "received_by")
            .reading("items", row -> itemsTold(row.getString("ticket")));

    OneTimeNotices(Sql sql, Tickets tickets, Moments moments) {
        this.sql = sql;
        this.tickets = tickets;
        this.moments = moments;
    }

    /** @return the list as it was told, with or without a number, in one look-up; empty where nothing was yet */
    public Optional<Telling> telling(String ticket) {
        record Line(String number, OneTimeNotice.Told told) {}
        List<Line> lines =
                sql.once().list((row, i) -> new Line(row.getString("number"), TOLD.mapRow(row, i)), """
                SELECT i.*, n.number FROM one_time_notice_item i LEFT JOIN one_time_notice n ON n.ticket = i.ticket
                WHERE i.ticket = ? ORDER BY i.position
                """, ticket);
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Telling(
                        lines.get(0).number(), lines.stream().map(Line::told).toList()));
    }

    /** @return the items told for the ticket; empty where none were yet */
    public List<String> itemsOf(String ticket) {
        return telling(ticket).map(Telling::texts).orElse(List.of());
    }

    /** @return the ticket's numbered notice; empty where its kind only wants things known, or nothing was told yet */
    public Optional<OneTimeNotice> of(String ticket) {
        return sql.find(notices, "SELECT * FROM one_time_notice WHERE ticket = ?", ticket);
    }

    /** @throws Refusal not found, with a sentence */
    public OneTimeNotice get(String ticket) {
        return of(ticket).orElseThrow(() -> Refusal.notFound("notice-not-found", "工单 " + ticket + " 还没有一次性告知书"));
    }

    /** @param notice number of a notice */
    public Optional<OneTimeNotice> numbered(String notice) {
        return sql.find(notices, "SELECT * FROM one_time_notice WHERE number = ?", notice);
    }

    private List<OneTimeNotice.Told> itemsTold(String ticket) {
        return telling(ticket).map(Telling::items).orElse(List.of());
    }

    /** @return the month's breaches, newest first; site empty: of all sites */
    public List<Breach> breaches(String site, YearMonth month) {
        return sql.list(BREACH, BREACHES + """
                WHERE b.at >= ? AND b.at < ? AND (? = '' OR b.site = ?)
                ORDER BY b.at DESC, b.ticket, b.position
                """, moments.start(month), moments.start(month.plusMonths(1)), site, site);
    }

    /** @return the breaches of one ticket, oldest first */
    public List<Breach> breaches(String ticket) {
        return sql.list(BREACH, BREACHES + "WHERE b.ticket = ? ORDER BY b.position", ticket);
    }

    /** @return a month's figures, site by site; site empty: of all sites */
    public List<NoticeFigures> figures(String site, YearMonth month) {
        Instant from = moments.start(month);
        Instant to = moments.start(month.plusMonths(1));
        return sql.list(FIGURES.with("month", month), """
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
                """, from, to, from, to, site, site);
    }

    /** Stores what was told for a ticket. */
    public void add(String ticket, List<String> items) {
        insert(
                ticket,
                IntStream.range(0, items.size())
                        .mapToObj(i -> new OneTimeNotice.Told(
                                i + 1, new Item(null, null, items.get(i), null), Optional.empty(), false))
                        .toList());
    }

    /** Stores a numbered notice. */
    public void add(OneTimeNotice notice, String site) {
        sql.insert("one_time_notice", notices.values(notice, "site", site));
        insert(notice.ticket(), notice.items());
    }

    private void insert(String ticket, List<OneTimeNotice.Told> items) {
        sql.insert(
                "one_time_notice_item",
                items.stream().map(told -> TOLD.values(told, "ticket", ticket)).toList());
    }

    /** @return positions of those of the items that were open until now */
    public List<Integer> settle(String ticket, Collection<String> codes, OneTimeNotice.Settled settled) {
        if (codes.isEmpty()) {
            return List.of();
        }
        List<Integer> positions = sql.list(Integer.class, """
                SELECT position FROM one_time_notice_item
                WHERE ticket = ? AND code IN (?) AND settled_at IS NULL ORDER BY position
                """, ticket, List.copyOf(codes));
        sql.update(
                "UPDATE one_time_notice_item SET settled_at = ?, settled_by = ? WHERE ticket = ? AND position IN (?)",
                settled.at(),
                settled.by(),
                ticket,
                positions);
        return positions;
    }

    /** A settled item is needed once more. */
    public void reopen(String ticket, String code) {
        sql.update(
                "UPDATE one_time_notice_item SET settled_at = NULL, settled_by = NULL WHERE ticket = ? AND code = ?",
                ticket,
                code);
    }

    /** @return false where it has a receipt already */
    public boolean receive(String ticket, Receipt receipt) {
        return sql.update("""
                        UPDATE one_time_notice SET receiver = ?, received_how = ?, received_at = ?, received_by = ?
                        WHERE ticket = ? AND received_at IS NULL
                        """, receipt.receiver(), receipt.how(), receipt.at(), receipt.by(), ticket) == 1;
    }

    /** Adds the item to the notice, and keeps that it was not there. */
    public void later(Breach breach) {
        int position =
                sql.count("SELECT max(position) + 1 FROM one_time_notice_item WHERE ticket = ?", breach.ticket());
        insert(breach.ticket(), List.of(new OneTimeNotice.Told(position, breach.item(), Optional.empty(), true)));
        sql.update(
                "INSERT INTO one_time_notice_breach (ticket, position, site, reason, decided_by, at) VALUES (?, ?, ?, ?, ?, ?)",
                breach.ticket(),
                position,
                breach.site(),
                breach.reason(),
                breach.by(),
                breach.at());
    }

    /** @param at moment of the deed; a notice's year is the site's */
    public String nextNumber(Instant at) {
        return tickets.nextNumber(PREFIX, at);
    }
}
