package org.shouwen.access.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.shouwen.access.Accounts;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Accounts in our own tables; the engine keeps none. Nothing is cached: what is revoked or disabled is so at once. */
@Repository
class StoredAccounts implements Accounts {

    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int SHORTEST_TOKEN = 16;

    /** Names under which nobody signs in: the actor of the engine's own threads, and the engine's built-in administrators. */
    private static final Set<String> RESERVED = Set.of("system", "camunda-admin", "anonymous");

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final Clock clock;

    StoredAccounts(JdbcClient jdbc, Passwords passwords, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void create(String username, String password, Set<Role> roles) {
        if (username == null || !USERNAME.matcher(username).matches() || RESERVED.contains(username)) {
            throw Refusal.invalid("username-invalid", "username", "账号只能用字母、数字、点、横线和下划线，以字母或数字开头，最多 64 个字符");
        }
        if (roles.isEmpty()) {
            throw Refusal.invalid("roles-missing", "roles", "账号 " + username + " 至少要有一个角色");
        }
        if (exists(username)) {
            throw Refusal.notPossibleNow("account-exists", "账号 " + username + " 已存在");
        }
        passwords.check(username, password);
        jdbc.sql("""
                        INSERT INTO account (username, password_hash, enabled, sign_in_epoch, created_at, password_set_at)
                        VALUES (:username, :hash, true, 0, :now, :now)
                        """)
                .param("username", username)
                .param("hash", passwords.hash(password))
                .param("now", now())
                .update();
        for (Role role : roles) {
            jdbc.sql("INSERT INTO account_role (account, role_name) VALUES (:account, :role)")
                    .param("account", username)
                    .param("role", role.name())
                    .update();
        }
    }

    @Override
    public void setPassword(String username, String password) {
        passwords.check(username, password);
        int changed = jdbc.sql("""
                        UPDATE account
                           SET password_hash = :hash, password_set_at = :now, sign_in_epoch = sign_in_epoch + 1
                         WHERE username = :username
                        """)
                .param("hash", passwords.hash(password))
                .param("now", now())
                .param("username", username)
                .update();
        if (changed == 0) {
            throw unknown(username);
        }
    }

    @Override
    public void disable(String username) {
        int changed = jdbc.sql(
                        "UPDATE account SET enabled = false, sign_in_epoch = sign_in_epoch + 1 WHERE username = :username")
                .param("username", username)
                .update();
        if (changed == 0) {
            throw unknown(username);
        }
    }

    @Override
    public boolean exists(String username) {
        return jdbc.sql("SELECT count(*) FROM account WHERE username = :username")
                        .param("username", username)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public Set<Role> rolesOf(String username) {
        return current(username).map(SignedIn::roles).orElse(Set.of());
    }

    @Override
    public String issueToken(String username, String label) {
        SecretToken token = SecretToken.random();
        store(username, label, token);
        return token.text();
    }

    @Override
    public void registerToken(String username, String label, String token) {
        if (token == null || token.length() < SHORTEST_TOKEN) {
            throw Refusal.invalid("token-too-short", "token", "访问令牌至少要 " + SHORTEST_TOKEN + " 个字符");
        }
        SecretToken secret = new SecretToken(token);
        Optional<String> owner = jdbc.sql("SELECT account FROM api_token WHERE token_hash = :hash")
                .param("hash", secret.hash())
                .query(String.class)
                .optional();
        if (owner.isEmpty()) {
            store(username, label, secret);
        } else if (!owner.get().equals(username)) {
            throw Refusal.notPossibleNow("token-taken", "这个访问令牌已经用过，请换一个");
        }
    }

    @Override
    public void revoke(String username, String label) {
        jdbc.sql("""
                        UPDATE api_token SET revoked_at = :now
                         WHERE account = :account AND label = :label AND revoked_at IS NULL
                        """)
                .param("now", now())
                .param("account", username)
                .param("label", label)
                .update();
    }

    /** @return the person, where the account is enabled and the password right; always takes the same time */
    public Optional<SignedIn> signIn(String username, String password) {
        Optional<String> hash = jdbc.sql("SELECT password_hash FROM account WHERE username = :username AND enabled")
                .param("username", username)
                .query(String.class)
                .optional();
        if (hash.isEmpty()) {
            passwords.compareWithNobody(password);
            return Optional.empty();
        }
        return passwords.matches(password, hash.get()) ? current(username) : Optional.empty();
    }

    /** @return the account as it stands now; empty where there is none or it is disabled */
    public Optional<SignedIn> current(String username) {
        return signedIn(jdbc.sql("""
                        SELECT a.username, a.sign_in_epoch, r.role_name
                          FROM account a LEFT JOIN account_role r ON r.account = a.username
                         WHERE a.username = :username AND a.enabled
                        """).param("username", username));
    }

    /** @return the account that a token of the API stands for; empty where it is unknown, revoked, or the account disabled */
    public Optional<SignedIn> bearer(String token) {
        return signedIn(jdbc.sql("""
                        SELECT a.username, a.sign_in_epoch, r.role_name
                          FROM api_token t
                          JOIN account a ON a.username = t.account AND a.enabled
                          LEFT JOIN account_role r ON r.account = a.username
                         WHERE t.token_hash = :hash AND t.revoked_at IS NULL
                        """).param("hash", new SecretToken(token).hash()));
    }

    public boolean hasAdministrator() {
        return jdbc.sql("""
                        SELECT count(*) FROM account a JOIN account_role r ON r.account = a.username
                         WHERE a.enabled AND r.role_name = :role
                        """)
                        .param("role", Role.ADMINISTRATOR.name())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private Optional<SignedIn> signedIn(JdbcClient.StatementSpec statement) {
        record Line(String username, int epoch, String role) {}
        List<Line> lines = statement
                .query((row, number) -> new Line(row.getString(1), row.getInt(2), row.getString(3)))
                .list();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        lines.stream().filter(line -> line.role() != null).forEach(line -> roles.add(Role.valueOf(line.role())));
        return Optional.of(new SignedIn(lines.get(0).username(), lines.get(0).epoch(), roles));
    }

    private void store(String username, String label, SecretToken token) {
        if (!exists(username)) {
            throw unknown(username);
        }
        jdbc.sql("""
                        INSERT INTO api_token (token_hash, account, label, created_at)
                        VALUES (:hash, :account, :label, :now)
                        """)
                .param("hash", token.hash())
                .param("account", username)
                .param("label", label)
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Refusal unknown(String username) {
        return Refusal.notFound("account-unknown", "没有账号 " + username);
    }
}
