package org.shouwen.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/** After the login people come back to the page they asked for, never to a call that a script made; their browser remembers it. */
final class PageAskedFor implements RequestCache {

    private static final DoorCookie COOKIE = new DoorCookie("shouwen-page-asked-for");

    /** The page on which somebody was writing when his session ended; the login form brings it. */
    private static final String INTERRUPTED = "page";

    private static final int LONGEST = 1000;

    /** A path of ours and nothing that a browser takes for another host. */
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x7E&&[^\\\\]]*");

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String question = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String page = request.getRequestURI().substring(request.getContextPath().length()) + question;
        if (HttpMethod.GET.matches(request.getMethod())
                && page.length() <= LONGEST
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html")) {
            COOKIE.set(request, response, Base64.getUrlEncoder().encodeToString(page.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Override
    public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        return Optional.ofNullable(request.getParameter(INTERRUPTED))
                .filter(page -> page.length() <= LONGEST && OURS.matcher(page).matches())
                .or(() -> COOKIE.of(request).flatMap(PageAskedFor::page))
                .map(SimpleSavedRequest::new)
                .orElse(null);
    }

    /** The page is asked for again, so nothing has to be repeated. */
    @Override
    public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        COOKIE.drop(request, response);
    }

    private static Optional<String> page(String remembered) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(remembered), StandardCharsets.UTF_8))
                    .filter(page -> OURS.matcher(page).matches());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
