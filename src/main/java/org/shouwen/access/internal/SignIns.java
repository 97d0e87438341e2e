package org.shouwen.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.shouwen.access.Refresh;
import org.shouwen.rows.Sql;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Who is signed in: a row that every node reads, and a cookie (docs/adr/0015). Read anew for each request, so that a
 * disabled account or a changed password ends it at once, and changed roles count from the next request on.
 */
@Component
class SignIns implements SecurityContextRepository {

    static final DoorCookie COOKIE = new DoorCookie("shouwen-session");

    private static final Duration BETWEEN_USES = Duration.ofMinutes(1);

    private final Sql sql;
    private final StoredAccounts accounts;
    private final KnownDevice devices;
    private final Clock clock;
    private final Duration longest;
    private final Duration idle;

    /**
     * @param longest after which everybody signs in again
     * @param idle after which nobody seems to be there any more
     */
    SignIns(
            Sql sql,
            StoredAccounts accounts,
            KnownDevice devices,
            Clock clock,
            @Value("${shouwen.access.longest-session:12h}") Duration longest,
            @Value("${server.servlet.session.timeout:8h}") Duration idle) {
        this.sql = sql;
        this.accounts = accounts;
        this.devices = devices;
        this.clock = clock;
        this.longest = longest;
        this.idle = idle;
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        HttpServletRequest request = holder.getRequest();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        COOKIE.of(request)
                .flatMap(token -> request.getHeader(Refresh.HEADER) == null ? current(token) : known(token))
                .map(person -> person.authentication(new WebAuthenticationDetails(request)))
                .ifPresent(context::setAuthentication);
        return context;
    }

    /** Somebody came in, or (an empty context) left. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        COOKIE.of(request).ifPresent(this::end);
        forgetAtTheNode(request);
        Authentication person = context.getAuthentication();
        if (person != null && person.getPrincipal() instanceof SignedIn signedIn) {
            COOKIE.set(request, response, begin(signedIn));
            devices.remember(request, response, signedIn.username());
        } else {
            COOKIE.drop(request, response);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return COOKIE.of(request).flatMap(this::current).isPresent();
    }

    /** @return what the browser holds from now on */
    String begin(SignedIn person) {
        SecretToken token = SecretToken.random();
        Instant now = clock.instant();
        sql.update("DELETE FROM sign_in WHERE used_at <= ? OR signed_in_at <= ?", now.minus(idle), now.minus(longest));
        sql.update(
                "INSERT INTO sign_in (token_hash, account, epoch, signed_in_at, used_at) VALUES (?, ?, ?, ?, ?)",
                token.hash(),
                person.username(),
                person.epoch(),
                now,
                now);
        return token.text();
    }

    Optional<SignedIn> current(String token) {
        Optional<SignedIn> person = known(token);
        if (person.isPresent()) {
            Instant now = clock.instant();
            sql.update(
                    "UPDATE sign_in SET used_at = ? WHERE token_hash = ? AND used_at <= ?",
                    now,
                    new SecretToken(token).hash(),
                    now.minus(BETWEEN_USES));
        }
        return person;
    }

    /** Who holds it, without his being there: a page looks by itself. */
    Optional<SignedIn> known(String token) {
        Instant now = clock.instant();
        return accounts.signedIn(new SecretToken(token).hash(), now.minus(longest), now.minus(idle));
    }

    private void end(String token) {
        sql.update("DELETE FROM sign_in WHERE token_hash = ?", new SecretToken(token).hash());
    }

    /** What Camunda's webapps and a page's last words keep there is the former person's. */
    private static void forgetAtTheNode(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
