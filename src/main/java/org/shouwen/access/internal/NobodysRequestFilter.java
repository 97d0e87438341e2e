package org.shouwen.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Of what somebody sends who has not signed in only the short forms of the login are read: whoever looks for a form's
 * token reads the whole form first, files included, for as long as they take to arrive.
 */
final class NobodysRequestFilter extends OncePerRequestFilter {

    private static final long LONGEST_FORM = 8_192;

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final RequestMatcher forms;
    private final RequestMatcher withoutToken;

    /** @param withoutToken where nobody looks for one */
    NobodysRequestFilter(RequestMatcher forms, RequestMatcher withoutToken) {
        this.forms = forms;
        this.withoutToken = withoutToken;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (WITHOUT_BODY.contains(request.getMethod())
                || withoutToken.matches(request)
                || SecurityContextHolder.getContext().getAuthentication() != null) {
            chain.doFilter(request, response);
        } else if (!forms.matches(request)) {
            // Whose session ended while he was writing has it still in his browser, which fills the form again
            response.sendRedirect(request.getContextPath() + "/login?interrupted");
        } else if (isLong(request)) {
            // No error page: whoever makes one would read the form
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isLong(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length < 0
                || length > LONGEST_FORM
                || !String.valueOf(request.getContentType()).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }
}
