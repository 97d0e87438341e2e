package org.shouwen.roster.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shouwen.roster.Absence;
import org.shouwen.roster.Absences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The table {@code absence}. */
@Component
class JdbcAbsences implements Absences {

    private static final String ALL = "select * from absence ";
    private static final String COVERS = "status = 'APPROVED' and starts <= :at and (ends is null or ends > :at)";

    private final JdbcClient jdbc;

    JdbcAbsences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return who is away at that moment */
    Set<String> at(Instant at) {
        return new HashSet<>(jdbc.sql("select staff from absence where " + COVERS)
                .param("at", column(at))
                .query(String.class)
                .list());
    }

    @Override
    public long add(
            String staff,
            Absence.Kind kind,
            Instant from,
            Instant until,
            String reason,
            Absence.Status status,
            String by,
            Instant at) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into absence (staff, kind, starts, ends, reason, status, asked_by, asked_at)
                        values (:staff, :kind, :starts, :ends, :reason, :status, :by, :at)
                        """)
                .param("staff", staff)
                .param("kind", kind.name())
                .param("starts", column(from))
                .param("ends", column(until), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("reason", reason)
                .param("status", status.name())
                .param("by", by)
                .param("at", column(at))
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    @Override
    public void lock() {
        jdbc.sql("select code from staff order by code for update")
                .query(String.class)
                .list();
    }

    @Override
    public Optional<Absence> find(long id) {
        return jdbc.sql(ALL + "where id = ?")
                .param(id)
                .query(JdbcAbsences::read)
                .optional();
    }

    @Override
    public void decide(long id, Absence.Status status, String remark, String by, Instant at) {
        jdbc.sql("update absence set status = ?, remark = ?, decided_by = ?, decided_at = ? where id = ?")
                .params(status.name(), remark, by, column(at), id)
                .update();
    }

    @Override
    public void end(long id, Instant at) {
        jdbc.sql("update absence set ends = ? where id = ?")
                .params(column(at), id)
                .update();
    }

    @Override
    public List<Absence> after(Instant at) {
        return jdbc.sql(ALL + """
                        where status in ('ASKED', 'APPROVED') and (ends is null or ends > :at)
                        order by starts, id
                        """)
                .param("at", column(at))
                .query(JdbcAbsences::read)
                .list();
    }

    @Override
    public List<Absence> of(String staff) {
        return jdbc.sql(ALL + "where staff = ? order by starts desc, id desc fetch first 100 rows only")
                .param(staff)
                .query(JdbcAbsences::read)
                .list();
    }

    private static Absence read(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getLong("id"),
                row.getString("staff"),
                Absence.Kind.valueOf(row.getString("kind")),
                instant(row, "starts"),
                instant(row, "ends"),
                row.getString("reason"),
                Absence.Status.valueOf(row.getString("status")),
                row.getString("asked_by"),
                instant(row, "asked_at"),
                row.getString("decided_by"),
                instant(row, "decided_at"),
                row.getString("remark") == null ? "" : row.getString("remark"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime column(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
