package org.shouwen.access.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.rights.Role;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the first person comes in: by a link in the log, good for one use and one day, and only while nobody administers. */
@Component
@Transactional
public class FirstAdministrator {

    private static final Duration VALID = Duration.ofHours(24);

    private final Sql sql;
    private final StoredAccounts accounts;
    private final Roster roster;
    private final Clock clock;

    FirstAdministrator(Sql sql, StoredAccounts accounts, Roster roster, Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.roster = roster;
        this.clock = clock;
    }

    /** @return a new token, which replaces any earlier one; empty where there is an administrator already */
    public Optional<String> offer() {
        sql.update("DELETE FROM setup_token");
        if (accounts.hasAdministrator()) {
            return Optional.empty();
        }
        SecretToken token = SecretToken.random();
        Instant now = clock.instant();
        sql.update(
                "INSERT INTO setup_token (token_hash, created_at, expires_at) VALUES (?, ?, ?)",
                token.hash(),
                now,
                now.plus(VALID));
        return Optional.of(token.text());
    }

    public boolean isOffered(String token) {
        return token != null
                && sql.count(
                                "SELECT count(*) FROM setup_token WHERE token_hash = ? AND expires_at > ?",
                                new SecretToken(token).hash(),
                                clock.instant())
                        > 0
                && !accounts.hasAdministrator();
    }

    /** Makes the person a member of staff with an administrator's account; the link is dead afterwards. */
    public void appoint(String token, String username, String name, String password) {
        if (!isOffered(token) || use(token) == 0) {
            throw Refusal.notFound("setup-link-dead", "这个设置链接无效、已过期或已经用过");
        }
        if (Typed.isBlank(name)) {
            throw Refusal.invalid("name-missing", "name", "请填写姓名");
        }
        accounts.create(username, password, Set.of(Role.ADMINISTRATOR));
        if (roster.staff(username).isEmpty()) {
            roster.hire(new Staff(username, Typed.plain(name), null, null));
        }
    }

    private int use(String token) {
        return sql.update("DELETE FROM setup_token WHERE token_hash = ?", new SecretToken(token).hash());
    }
}
