package org.shouwen.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds a session against the account as it stands now: a disabled account or a changed password ends it, changed
 * roles count from the next request on.
 */
final class CurrentRightsFilter extends OncePerRequestFilter {

    private final StoredAccounts accounts;

    CurrentRightsFilter(StoredAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn then) {
            Optional<SignedIn> now =
                    accounts.current(then.username()).filter(account -> account.epoch() == then.epoch());
            if (now.isEmpty()) {
                signOut(request);
            } else if (!now.get().roles().equals(then.roles())) {
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(now.get().authentication(authentication.getDetails()));
                SecurityContextHolder.setContext(context);
            }
        }
        chain.doFilter(request, response);
    }

    private static void signOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
