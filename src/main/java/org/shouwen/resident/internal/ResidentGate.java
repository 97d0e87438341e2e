package org.shouwen.resident.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.shouwen.resident.Link;
import org.shouwen.resident.PageCookie;
import org.shouwen.resident.PageKeys;
import org.shouwen.rights.Pace;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands in front of everything under {@code /r}. Whoever holds no key to a page does not get there, and nothing
 * of what he sends is read; whoever asks too often waits.
 */
final class ResidentGate extends OncePerRequestFilter {

    /** With one link; without one from one address, which is a whole building's, or a proxy's. */
    static final int REQUESTS_A_MINUTE = 240;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Set<String> READING = Set.of("GET", "HEAD");
    /** A link, and what pages are drawn with. */
    private static final Pattern OPEN = Pattern.compile("/r/[A-Za-z0-9_-]{32}|/resident/.*");

    private static final Pattern PAGE = Pattern.compile("/r/[tp]/.+");

    private final PageKeys keys;
    private final Pace pace;
    private final Clock clock;

    ResidentGate(PageKeys keys, Pace pace, Clock clock) {
        this.keys = keys;
        this.pace = pace;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getServletPath();
        Instant now = clock.instant();
        Optional<Link> link = PAGE.matcher(path).matches()
                ? key(request).flatMap(key -> keys.opening(path, key, now))
                : Optional.empty();
        if (link.isEmpty()) {
            withoutKey(path, request, response, chain);
            return;
        }
        if (!pace.allows("link " + link.get().id(), REQUESTS_A_MINUTE, MINUTE)) {
            wait(response);
            return;
        }
        request.setAttribute(PageCookie.LINK, link.get());
        PageCookie.set(request, response, link.get(), keys.cut(link.get(), now));
        chain.doFilter(request, response);
    }

    /** Wrong links are counted where they are looked up: however many strangers of an address try, the right one opens. */
    private void withoutKey(String path, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean reading = READING.contains(request.getMethod());
        if (reading && OPEN.matcher(path).matches()) {
            chain.doFilter(request, response);
        } else if (!pace.allows("address " + request.getRemoteAddr(), REQUESTS_A_MINUTE, MINUTE)) {
            wait(response);
        } else if (reading && !PAGE.matcher(path).matches()) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + "/r/gone");
        }
    }

    private static Optional<String> key(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(PageCookie.name(request)))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private static void wait(HttpServletResponse response) throws IOException {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(MINUTE.toSeconds()));
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write("打开得太频繁了，请一分钟后再试。".getBytes(StandardCharsets.UTF_8));
    }
}
