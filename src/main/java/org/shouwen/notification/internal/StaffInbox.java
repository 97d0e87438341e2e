package org.shouwen.notification.internal;

import java.time.Instant;
import java.util.List;
import org.shouwen.notification.Inbox;
import org.shouwen.notification.Notice;
import org.shouwen.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The inbox: rows of {@code notice} whose channel is the app. */
@Component
class StaffInbox implements Inbox {

    private static final String MINE = " where addressee = :staff and channel = 'IN_APP' ";

    private final JdbcClient jdbc;

    StaffInbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Page page(String staff, int size, Long after) {
        int rows = Math.max(1, Math.min(100, size));
        List<Notice> found = after == null ? first(staff, rows + 1) : following(staff, rows + 1, after);
        boolean more = found.size() > rows;
        List<Notice> items = more ? found.subList(0, rows) : found;
        return new Page(List.copyOf(items), more ? items.get(rows - 1).id() : null);
    }

    private List<Notice> first(String staff, int rows) {
        return jdbc.sql("select * from notice" + MINE + "order by created_at desc, id desc fetch first :rows rows only")
                .param("staff", staff)
                .param("rows", rows)
                .query(NoticeTable::read)
                .list();
    }

    private List<Notice> following(String staff, int rows, long after) {
        Notice last = mine(staff, after);
        return jdbc.sql("select * from notice" + MINE + """
                        and (created_at < :at or created_at = :at and id < :id)
                        order by created_at desc, id desc fetch first :rows rows only
                        """)
                .param("staff", staff)
                .param("at", NoticeTable.column(last.createdAt()))
                .param("id", after)
                .param("rows", rows)
                .query(NoticeTable::read)
                .list();
    }

    @Override
    public int unread(String staff) {
        return jdbc.sql("select count(*) from (select 1 from notice" + MINE
                        + "and read_at is null fetch first :most rows only) unread")
                .param("staff", staff)
                .param("most", MOST_UNREAD)
                .query(Integer.class)
                .single();
    }

    @Override
    public void markRead(String staff, long id, Instant at) {
        mine(staff, id);
        jdbc.sql("update notice set read_at = :at" + MINE + "and id = :id and read_at is null")
                .param("at", NoticeTable.column(at))
                .param("staff", staff)
                .param("id", id)
                .update();
    }

    @Override
    public int markAllRead(String staff, Instant at) {
        return jdbc.sql("update notice set read_at = :at" + MINE + "and read_at is null")
                .param("at", NoticeTable.column(at))
                .param("staff", staff)
                .update();
    }

    private Notice mine(String staff, long id) {
        return jdbc.sql("select * from notice" + MINE + "and id = :id")
                .param("staff", staff)
                .param("id", id)
                .query(NoticeTable::read)
                .optional()
                .orElseThrow(() -> Refusal.notFound("notice-not-found", "你的消息里没有编号 " + id + " 的通知"));
    }
}
