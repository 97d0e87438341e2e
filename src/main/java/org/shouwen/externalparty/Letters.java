package org.shouwen.externalparty;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Repository;

/** All letters to third parties. */
@Repository
public class Letters {

    private static final Columns<Letter> LETTER = Columns.of(Letter.class);

    private static final String CURRENT = " WHERE id = (SELECT max(id) FROM third_party_letter WHERE ticket = ?)";

    private final Sql sql;

    Letters(Sql sql) {
        this.sql = sql;
    }

    public void add(String number, Letter letter, String by) {
        sql.insert("third_party_letter", LETTER.values(letter, "ticket", number, "sent_by", by));
    }

    /** @return the letters of a ticket, oldest first */
    public List<Letter> of(String number) {
        return sql.list(LETTER, "SELECT * FROM third_party_letter WHERE ticket = ? ORDER BY id", number);
    }

    /** @return the one that is followed up: the last */
    public Optional<Letter> current(String number) {
        return sql.find(LETTER, "SELECT * FROM third_party_letter" + CURRENT, number);
    }

    /** They named another date. */
    public void postpone(String number, Instant promisedOn) {
        sql.update("UPDATE third_party_letter SET promised_on = ?, overdue = FALSE" + CURRENT, promisedOn, number);
    }

    /** The date has come and nothing is done. */
    public void overdue(String number) {
        sql.update("UPDATE third_party_letter SET overdue = TRUE" + CURRENT, number);
    }

    public void end(String number, Letter.Outcome outcome, String remark, Instant at) {
        sql.update(
                "UPDATE third_party_letter SET outcome = ?, remark = ?, ended_at = ?" + CURRENT,
                outcome,
                remark,
                at,
                number);
    }
}
