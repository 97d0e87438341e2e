package org.shouwen.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever came in with a password that somebody else gave him chooses his own before anything else. */
final class GivenPasswordFilter extends OncePerRequestFilter {

    static final String PAGE = "/desk/password";

    private final RequestMatcher open;

    /** @param open what he needs for that, and to leave */
    GivenPasswordFilter(RequestMatcher open) {
        this.open = open;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        boolean given = who != null && who.getPrincipal() instanceof SignedIn person && person.given();
        if (!given || open.matches(request)) {
            chain.doFilter(request, response);
        } else if (HttpMethod.GET.matches(request.getMethod())) {
            response.sendRedirect(request.getContextPath() + PAGE);
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }
}
