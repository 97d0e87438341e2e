package org.shouwen.notification.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.notification.Notice;
import org.shouwen.notification.Notice.Status;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Component;

/** The table {@code notice}. */
@Component
record NoticeTable(Sql sql) {

    private static final Columns<Notice> NOTICE = Columns.of(Notice.class).generated("id");

    /** @return the new row's id; empty where the same notice is recorded already */
    Optional<Long> add(Draft draft, Status status) {
        var notice = new Notice(
                0,
                draft.ticket(),
                draft.template(),
                draft.channel(),
                draft.addressee(),
                draft.address(),
                draft.text().subject(),
                draft.text().body(),
                draft.enclosure(),
                draft.dedupeKey(),
                status,
                0,
                null,
                draft.at(),
                status == Status.SENT ? draft.at() : null,
                null);
        return sql.insertOnceForId("notice", NOTICE.values(notice));
    }

    Optional<Notice> find(long id) {
        return sql.find(NOTICE, "SELECT * FROM notice WHERE id = ?", id);
    }

    List<Notice> ofTicket(String number) {
        return sql.list(NOTICE, "SELECT * FROM notice WHERE ticket = ? ORDER BY id", number);
    }

    /** @return the earliest notice of the same ticket that waits to go to the same address */
    Optional<Long> first(Notice notice) {
        return sql.find(Long.class, """
                        SELECT id FROM notice
                        WHERE ticket = ? AND address = ? AND status = 'WAITING' ORDER BY id FETCH FIRST ROW ONLY
                        """, notice.ticket(), notice.address());
    }

    List<Notice> dead(int atMost) {
        return sql.list(
                NOTICE, "SELECT * FROM notice WHERE status = 'DEAD' ORDER BY id DESC FETCH FIRST ? ROWS ONLY", atMost);
    }

    int countDead() {
        return sql.count("SELECT count(*) FROM notice WHERE status = 'DEAD'");
    }

    void sent(long id, Instant at) {
        sql.update("UPDATE notice SET status = 'SENT', last_error = NULL, sent_at = ? WHERE id = ?", at, id);
    }

    /** A failed attempt: it waits for the next, or is dead. */
    void failed(long id, Status status, int attempts, String error) {
        sql.update(
                "UPDATE notice SET status = ?, attempts = ?, last_error = ? WHERE id = ?", status, attempts, error, id);
    }

    /** @return whether it was dead until now */
    boolean revive(long id) {
        return sql.update("UPDATE notice SET status = 'WAITING', attempts = 0 WHERE id = ? AND status = 'DEAD'", id)
                == 1;
    }

    /** @return whether it was dead until now */
    boolean discard(long id, String remark) {
        return sql.update("""
                        UPDATE notice SET status = 'DISCARDED', last_error = concat(?, last_error)
                        WHERE id = ? AND status = 'DEAD'
                        """, remark, id) == 1;
    }
}
