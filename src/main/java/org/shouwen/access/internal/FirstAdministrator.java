package org.shouwen.access.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Role;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the first person comes in: by a link in the log, good for one use and one day, and only while nobody administers. */
@Component
@Transactional
public class FirstAdministrator {

    private static final Duration VALID = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final StoredAccounts accounts;
    private final Roster roster;
    private final Clock clock;

    FirstAdministrator(JdbcClient jdbc, StoredAccounts accounts, Roster roster, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.roster = roster;
        this.clock = clock;
    }

    /** @return a new token, which replaces any earlier one; empty where there is an administrator already */
    public Optional<String> offer() {
        jdbc.sql("DELETE FROM setup_token").update();
        if (accounts.hasAdministrator()) {
            return Optional.empty();
        }
        SecretToken token = SecretToken.random();
        jdbc.sql("INSERT INTO setup_token (token_hash, created_at, expires_at) VALUES (:hash, :now, :end)")
                .param("hash", token.hash())
                .param("now", now())
                .param("end", now().plus(VALID))
                .update();
        return Optional.of(token.text());
    }

    public boolean isOffered(String token) {
        return token != null
                && jdbc.sql("SELECT count(*) FROM setup_token WHERE token_hash = :hash AND expires_at > :now")
                                .param("hash", new SecretToken(token).hash())
                                .param("now", now())
                                .query(Long.class)
                                .single()
                        > 0
                && !accounts.hasAdministrator();
    }

    /** Makes the person a member of staff with an administrator's account; the link is dead afterwards. */
    public void appoint(String token, String username, String name, String password) {
        if (!isOffered(token) || use(token) == 0) {
            throw Refusal.notFound("setup-link-dead", "这个设置链接无效、已过期或已经用过");
        }
        if (name == null || name.isBlank()) {
            throw Refusal.invalid("name-missing", "name", "请填写姓名");
        }
        accounts.create(username, password, Set.of(Role.ADMINISTRATOR));
        if (roster.staff(username).isEmpty()) {
            roster.hire(new Staff(username, name.strip(), null, null));
        }
    }

    private int use(String token) {
        return jdbc.sql("DELETE FROM setup_token WHERE token_hash = :hash")
                .param("hash", new SecretToken(token).hash())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
