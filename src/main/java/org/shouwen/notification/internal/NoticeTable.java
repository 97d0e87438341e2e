package org.shouwen.notification.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.shouwen.notification.ChannelKind;
import org.shouwen.notification.Notice;
import org.shouwen.notification.Notice.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The table {@code notice}. */
@Component
class NoticeTable {

    private static final String ALL = "select * from notice ";

    private final JdbcClient jdbc;

    NoticeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the new row's id; empty where the same notice is recorded already */
    Optional<Long> add(Draft draft, Status status) {
        OffsetDateTime at = column(draft.at());
        var key = new GeneratedKeyHolder();
        int rows = jdbc.sql("""
                        insert into notice (ticket, template, channel, addressee, address, subject, body, enclosure, dedupe_key,
                                            status, attempts, created_at, sent_at)
                        values (:ticket, :template, :channel, :addressee, :address, :subject, :body, :enclosure,
                                :dedupeKey, :status, 0, :at, :sentAt)
                        on conflict do nothing
                        """)
                .param("ticket", draft.ticket())
                .param("template", draft.template())
                .param("channel", draft.channel().name())
                .param("addressee", draft.addressee())
                .param("address", draft.address())
                .param("subject", draft.text().subject())
                .param("body", draft.text().body())
                .param("enclosure", draft.enclosure())
                .param("dedupeKey", draft.dedupeKey())
                .param("status", status.name())
                .param("at", at)
                .param("sentAt", status == Status.SENT ? at : null, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update(key, "id");
        return rows == 0 ? Optional.empty() : Optional.of(key.getKeyAs(Long.class));
    }

    Optional<Notice> find(long id) {
        return jdbc.sql(ALL + "where id = :id")
                .param("id", id)
                .query(NoticeTable::read)
                .optional();
    }

    List<Notice> ofTicket(String number) {
        return jdbc.sql(ALL + "where ticket = :ticket order by id")
                .param("ticket", number)
                .query(NoticeTable::read)
                .list();
    }

    /** @return whether an earlier notice of the same ticket still waits to go to the same address */
    boolean isPreceded(Notice notice) {
        return jdbc.sql("""
                                select count(*) from notice
                                where ticket = :ticket and address = :address and status = 'WAITING' and id < :id
                                """)
                        .param("ticket", notice.ticket())
                        .param("address", notice.address())
                        .param("id", notice.id())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    List<Notice> dead(int atMost) {
        return jdbc.sql(ALL + "where status = 'DEAD' order by id desc fetch first :size rows only")
                .param("size", atMost)
                .query(NoticeTable::read)
                .list();
    }

    int countDead() {
        return jdbc.sql("select count(*) from notice where status = 'DEAD'")
                .query(Integer.class)
                .single();
    }

    void sent(long id, Instant at) {
        jdbc.sql("update notice set status = 'SENT', last_error = null, sent_at = :at where id = :id")
                .param("at", column(at))
                .param("id", id)
                .update();
    }

    /** A failed attempt: it waits for the next, or is dead. */
    void failed(long id, Status status, int attempts, String error) {
        jdbc.sql("update notice set status = :status, attempts = :attempts, last_error = :error where id = :id")
                .param("status", status.name())
                .param("attempts", attempts)
                .param("error", error)
                .param("id", id)
                .update();
    }

    /** @return whether it was dead until now */
    boolean revive(long id) {
        return jdbc.sql("update notice set status = 'WAITING', attempts = 0 where id = :id and status = 'DEAD'")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** @return whether it was dead until now */
    boolean discard(long id, String remark) {
        return jdbc.sql("""
                                update notice set status = 'DISCARDED', last_error = concat(:remark, last_error)
                                where id = :id and status = 'DEAD'
                                """).param("remark", remark).param("id", id).update() == 1;
    }

    static Notice read(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getLong("id"),
                row.getString("ticket"),
                row.getString("template"),
                ChannelKind.valueOf(row.getString("channel")),
                row.getString("addressee"),
                row.getString("address"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("enclosure"),
                row.getString("dedupe_key"),
                Status.valueOf(row.getString("status")),
                row.getInt("attempts"),
                row.getString("last_error"),
                instant(row, "created_at"),
                instant(row, "sent_at"),
                instant(row, "read_at"));
    }

    static OffsetDateTime column(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
