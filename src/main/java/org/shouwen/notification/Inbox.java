package org.shouwen.notification;

import java.time.Instant;
import java.util.List;
import org.shouwen.problem.Refusal;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Repository;

/** What members of staff were told in the app: the notices whose channel it is. */
@Repository
public class Inbox {

    /** More than these are not counted. */
    public static final int MOST_UNREAD = 100;

    /** @param next what to hand in as {@code after} for the following page; null on the last */
    public record Page(List<Notice> items, Long next) {}

    private static final Columns<Notice> NOTICE = Columns.of(Notice.class);

    private static final String MINE = "addressee = ? AND channel = 'IN_APP' ";

    private final Sql sql;

    public Inbox(Sql sql) {
        this.sql = sql;
    }

    /**
     * @param size 1 to 100
     * @param after {@link Page#next()} of the page before, or null
     * @return the person's notices, newest first
     */
    public Page page(String staff, int size, Long after) {
        int rows = Math.max(1, Math.min(100, size));
        List<Notice> found = after == null ? first(staff, rows + 1) : following(staff, rows + 1, after);
        boolean more = found.size() > rows;
        List<Notice> items = more ? found.subList(0, rows) : found;
        return new Page(List.copyOf(items), more ? items.get(rows - 1).id() : null);
    }

    private List<Notice> first(String staff, int rows) {
        return sql.list(
                NOTICE,
                "SELECT * FROM notice WHERE " + MINE + "ORDER BY created_at DESC, id DESC FETCH FIRST ? ROWS ONLY",
                staff,
                rows);
    }

    private List<Notice> following(String staff, int rows, long after) {
        Instant before = mine(staff, after).createdAt();
        return sql.list(NOTICE, "SELECT * FROM notice WHERE " + MINE + """
                AND (created_at < ? OR created_at = ? AND id < ?)
                ORDER BY created_at DESC, id DESC FETCH FIRST ? ROWS ONLY
                """, staff, before, before, after, rows);
    }

    /** @return how many the person has not read, at most {@link #MOST_UNREAD} */
    public int unread(String staff) {
        return sql.count(
                "SELECT count(*) FROM (SELECT 1 FROM notice WHERE " + MINE
                        + "AND read_at IS NULL FETCH FIRST ? ROWS ONLY) unread",
                staff,
                MOST_UNREAD);
    }

    /**
     * Marks one notice read; doing so twice changes nothing.
     *
     * @throws Refusal where the person has no such notice
     */
    public void markRead(String staff, long id, Instant at) {
        mine(staff, id);
        sql.update("UPDATE notice SET read_at = ? WHERE " + MINE + "AND id = ? AND read_at IS NULL", at, staff, id);
    }

    /** @return how many were unread */
    public int markAllRead(String staff, Instant at) {
        return sql.update("UPDATE notice SET read_at = ? WHERE " + MINE + "AND read_at IS NULL", at, staff);
    }

    private Notice mine(String staff, long id) {
        return sql.find(NOTICE, "SELECT * FROM notice WHERE " + MINE + "AND id = ?", staff, id)
                .orElseThrow(() -> Refusal.notFound("notice-not-found", "你的消息里没有编号 " + id + " 的通知"));
    }
}
