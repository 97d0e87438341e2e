package org.shouwen.access.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.shouwen.access.Accounts;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.rights.Role;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Accounts in our own tables; the engine keeps none. Nothing is cached: what is revoked or disabled is so at once. */
@Repository
class StoredAccounts implements Accounts {

    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int SHORTEST_TOKEN = 16;

    /** Where guesses at one's own password are counted, apart from those at the door. */
    private static final String OWN_PAGE = "own page ";

    /** Names under which nobody signs in: the actors of a history that are no members of staff, and the engine's built-in administrators. */
    private static final Set<String> RESERVED =
            Set.of("system", "resident", "second-person", "camunda-admin", "anonymous");

    private static final Columns<Line> LINE = Columns.of(Line.class);

    private final Sql sql;
    private final Passwords passwords;
    private final OwnNames names;
    private final SignInThrottle throttle;
    private final Clock clock;

    StoredAccounts(Sql sql, Passwords passwords, OwnNames names, SignInThrottle throttle, Clock clock) {
        this.sql = sql;
        this.passwords = passwords;
        this.names = names;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** An account with one of its roles. */
    private record Line(String username, int signInEpoch, boolean passwordGiven, Optional<Role> roleName) {}

    private static final Columns<Token> TOKEN = Columns.of(Token.class);

    @Override
    @Transactional
    public void create(String username, String password, Set<Role> roles) {
        if (username == null || !USERNAME.matcher(username).matches() || RESERVED.contains(username)) {
            throw Refusal.invalid("username-invalid", "username", "账号只能用字母、数字、点、横线和下划线，以字母或数字开头，最多 64 个字符");
        }
        mustHaveRoles(username, roles);
        String other = spelled(username);
        if (exists(other)) {
            throw Refusal.notPossibleNow("account-exists", "账号 " + other + " 已存在，账号不分大小写");
        }
        passwords.check(names.of(username), password);
        Instant now = clock.instant();
        sql.update("""
                INSERT INTO account (username, password_hash, enabled, sign_in_epoch, created_at, password_set_at)
                VALUES (?, ?, true, 0, ?, ?)
                """, username, passwords.hash(password), now, now);
        give(username, roles);
    }

    @Override
    public void setPassword(String username, String password) {
        mustBeEnabled(username, "重设密码");
        store(username, password, true);
        sql.update(
                "UPDATE api_token SET revoked_at = ? WHERE account = ? AND revoked_at IS NULL",
                clock.instant(),
                username);
    }

    @Override
    public void askForNewPassword(String username) {
        sql.update("UPDATE account SET password_given = true WHERE username = ?", username);
    }

    @Override
    public void changePassword(String username, String current, String password) {
        // Whoever finds an open session does not guess on in it; and keeps its owner from signing in nowhere
        Optional<String> here = Optional.of(OWN_PAGE + username);
        if (!throttle.begin(username, OWN_PAGE, here)) {
            throw Refusal.tooOften(
                    "password-guessed",
                    "现在的密码连续输错 %d 次，%d 分钟内不能再试；忘了密码的请管理员重设"
                            .formatted(SignInThrottle.FAILURES, SignInThrottle.WINDOW.toMinutes()));
        }
        if (signIn(username, current).isEmpty()) {
            throw Refusal.invalid("password-wrong", "current", "现在的密码不对，请重新输入");
        }
        throttle.succeeded(username, OWN_PAGE, here);
        if (current.equals(password)) {
            throw Refusal.invalid("password-same", "password", "新密码不能和现在的一样");
        }
        store(username, password, false);
    }

    private void store(String username, String password, boolean given) {
        passwords.check(names.of(username), password);
        sql.update("""
                UPDATE account SET password_hash = ?, password_set_at = ?, password_given = ?,
                    sign_in_epoch = sign_in_epoch + 1
                WHERE username = ?
                """, passwords.hash(password), clock.instant(), given, username);
    }

    @Override
    @Transactional
    public void setRoles(String username, Set<Role> roles) {
        mustExist(username);
        mustHaveRoles(username, roles);
        sql.update("DELETE FROM account_role WHERE account = ?", username);
        give(username, roles);
    }

    private static void mustHaveRoles(String username, Set<Role> roles) {
        if (roles.isEmpty()) {
            throw Refusal.invalid("roles-missing", "roles", "账号 " + username + " 至少要有一个角色");
        }
    }

    private void give(String username, Set<Role> roles) {
        roles.forEach(
                role -> sql.update("INSERT INTO account_role (account, role_name) VALUES (?, ?)", username, role));
    }

    @Override
    public List<Token> tokensOf(String username) {
        return sql.list(
                TOKEN,
                "SELECT * FROM api_token WHERE account = ? AND revoked_at IS NULL ORDER BY label, created_at",
                username);
    }

    @Override
    public void disable(String username) {
        mustExist(username);
        sql.update(
                "UPDATE account SET enabled = false, sign_in_epoch = sign_in_epoch + 1 WHERE username = ?", username);
    }

    @Override
    public void enable(String username) {
        mustExist(username);
        sql.update("UPDATE account SET enabled = true WHERE username = ?", username);
    }

    @Override
    public boolean exists(String username) {
        return sql.count("SELECT count(*) FROM account WHERE username = ?", username) > 0;
    }

    @Override
    public Set<Role> rolesOf(String username) {
        return current(username).map(SignedIn::roles).orElse(Set.of());
    }

    @Override
    public String issueToken(String username, String label) {
        mustBeEnabled(username, "发给令牌");
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
        Optional<String> owner =
                sql.find(String.class, "SELECT account FROM api_token WHERE token_hash = ?", secret.hash());
        if (owner.isEmpty()) {
            store(username, label, secret);
        } else if (!owner.get().equals(username)) {
            throw Refusal.notPossibleNow("token-taken", "这个访问令牌已经用过，请换一个");
        }
    }

    @Override
    public void revoke(String username, String label) {
        sql.update(
                "UPDATE api_token SET revoked_at = ? WHERE account = ? AND label = ? AND revoked_at IS NULL",
                clock.instant(),
                username,
                label);
    }

    /** @return whether an account may be called so; what else people type there is not asked for, or logged */
    static boolean isUsername(String typed) {
        return typed != null && USERNAME.matcher(typed).matches();
    }

    /** What people type into the account field may be anything, a password too. */
    static String loggable(String username) {
        return isUsername(username) ? username : "(no account name)";
    }

    /** @return the account that is meant, in whatever case and width it was typed; where there is none what was typed */
    String spelled(String typed) {
        String plain = Typed.plain(Typed.narrow(typed == null ? "" : typed));
        if (!isUsername(plain)) {
            return plain;
        }
        List<String> alike = sql.list(
                String.class,
                "SELECT username FROM account WHERE lower(username) = ? ORDER BY username",
                plain.toLowerCase(Locale.ROOT));
        return alike.isEmpty() || alike.contains(plain) ? plain : alike.get(0);
    }

    /** @return the person, where the account is enabled and the password right; always takes the same time */
    public Optional<SignedIn> signIn(String username, String password) {
        Optional<String> hash = isUsername(username)
                ? sql.find(String.class, "SELECT password_hash FROM account WHERE username = ? AND enabled", username)
                : Optional.empty();
        if (hash.isEmpty()) {
            passwords.compareWithNobody(password);
            return Optional.empty();
        }
        return passwords.matches(password, hash.get()) ? current(username) : Optional.empty();
    }

    /** @return the account as it stands now; empty where there is none or it is disabled */
    public Optional<SignedIn> current(String username) {
        return signedIn("""
                SELECT a.username, a.sign_in_epoch, a.password_given, r.role_name
                FROM account a LEFT JOIN account_role r ON r.account = a.username
                WHERE a.username = ? AND a.enabled
                """, username);
    }

    /** @return the account that a token of the API stands for; empty where it is unknown, revoked, or the account disabled */
    public Optional<SignedIn> bearer(String token) {
        return signedIn("""
                SELECT a.username, a.sign_in_epoch, a.password_given, r.role_name
                FROM api_token t
                    JOIN account a ON a.username = t.account AND a.enabled
                    LEFT JOIN account_role r ON r.account = a.username
                WHERE t.token_hash = ? AND t.revoked_at IS NULL
                """, new SecretToken(token).hash());
    }

    /**
     * @param tokenHash of a session
     * @return the account as it stands now; empty where the session began or was last used too long ago, or its account
     *     was disabled or its password changed since
     */
    Optional<SignedIn> signedIn(String tokenHash, Instant begunAfter, Instant usedAfter) {
        return signedIn("""
                SELECT a.username, a.sign_in_epoch, a.password_given, r.role_name
                FROM sign_in s
                    JOIN account a ON a.username = s.account AND a.enabled AND a.sign_in_epoch = s.epoch
                    LEFT JOIN account_role r ON r.account = a.username
                WHERE s.token_hash = ? AND s.signed_in_at > ? AND s.used_at > ?
                """, tokenHash, begunAfter, usedAfter);
    }

    public boolean hasAdministrator() {
        return !administrators().isEmpty();
    }

    @Override
    public Set<String> administrators() {
        return Set.copyOf(sql.list((row, i) -> row.getString("username"), """
                SELECT a.username FROM account a JOIN account_role r ON r.account = a.username
                WHERE a.enabled AND r.role_name = ?
                """, Role.ADMINISTRATOR));
    }

    private Optional<SignedIn> signedIn(String select, Object... params) {
        List<Line> lines = sql.list(LINE, select, params);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        lines.forEach(line -> line.roleName().ifPresent(roles::add));
        return Optional.of(new SignedIn(
                lines.get(0).username(),
                lines.get(0).signInEpoch(),
                lines.get(0).passwordGiven(),
                roles));
    }

    private void store(String username, String label, SecretToken token) {
        mustExist(username);
        sql.update(
                "INSERT INTO api_token (token_hash, account, label, created_at) VALUES (?, ?, ?, ?)",
                token.hash(),
                username,
                label,
                clock.instant());
    }

    private void mustBeEnabled(String username, String what) {
        mustExist(username);
        if (current(username).isEmpty()) {
            throw Refusal.notPossibleNow("account-disabled", "账号 " + username + " 已停用，不能" + what + "，请先启用");
        }
    }

    private void mustExist(String username) {
        if (!exists(username)) {
            throw Refusal.notFound("account-unknown", "没有账号 " + username);
        }
    }
}
