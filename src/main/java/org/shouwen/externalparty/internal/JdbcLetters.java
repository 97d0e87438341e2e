package org.shouwen.externalparty.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.shouwen.externalparty.Letter;
import org.shouwen.externalparty.Letters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLetters implements Letters {

    private static final String CURRENT = " WHERE id = (SELECT max(id) FROM third_party_letter WHERE ticket = ?)";

    private final JdbcClient jdbc;

    JdbcLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(String number, Letter letter, String by) {
        jdbc.sql("""
                        INSERT INTO third_party_letter
                            (ticket, party, name, letter_number, sent_at, sent_by, promised_on, overdue)
                        VALUES (?, ?, ?, ?, ?, ?, ?, FALSE)
                        """)
                .params(
                        number,
                        letter.party().name(),
                        letter.name(),
                        letter.letterNumber(),
                        utc(letter.sentAt()),
                        by,
                        utc(letter.promisedOn()))
                .update();
    }

    @Override
    public List<Letter> of(String number) {
        return jdbc.sql("SELECT * FROM third_party_letter WHERE ticket = ? ORDER BY id")
                .param(number)
                .query((row, i) -> letter(row))
                .list();
    }

    @Override
    public Optional<Letter> current(String number) {
        return jdbc.sql("SELECT * FROM third_party_letter" + CURRENT)
                .param(number)
                .query((row, i) -> letter(row))
                .optional();
    }

    @Override
    public void postpone(String number, Instant promisedOn) {
        jdbc.sql("UPDATE third_party_letter SET promised_on = ?, overdue = FALSE" + CURRENT)
                .params(utc(promisedOn), number)
                .update();
    }

    @Override
    public void overdue(String number) {
        jdbc.sql("UPDATE third_party_letter SET overdue = TRUE" + CURRENT)
                .param(number)
                .update();
    }

    @Override
    public void end(String number, Letter.Outcome outcome, String remark, Instant at) {
        jdbc.sql("UPDATE third_party_letter SET outcome = ?, remark = ?, ended_at = ?" + CURRENT)
                .params(outcome.name(), remark, utc(at), number)
                .update();
    }

    private static Letter letter(ResultSet row) throws SQLException {
        return new Letter(
                Letter.Party.valueOf(row.getString("party")),
                row.getString("name"),
                row.getString("letter_number"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getObject("promised_on", OffsetDateTime.class).toInstant(),
                row.getBoolean("overdue"),
                row.getString("outcome") == null ? null : Letter.Outcome.valueOf(row.getString("outcome")));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
