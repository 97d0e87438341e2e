package org.shouwen.access;

import java.time.Instant;
import java.util.List;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Repository;

/** What was done to accounts, and by whom. */
@Repository
public class AccountEvents {

    private static final Columns<Event> EVENT = Columns.of(Event.class);

    private final Sql sql;

    public AccountEvents(Sql sql) {
        this.sql = sql;
    }

    /** @param actor who did it */
    public record Event(String account, String text, String actor, Instant at) {}

    public void note(String account, String text, String actor, Instant at) {
        sql.insert("account_event", EVENT.values(new Event(account, text, actor, at)));
    }

    /** @return what was done to the account, newest first; at most 50 */
    public List<Event> of(String account) {
        return sql.list(
                EVENT,
                "SELECT * FROM account_event WHERE account = ? ORDER BY id DESC FETCH FIRST 50 ROWS ONLY",
                account);
    }
}
