package org.shouwen.resident.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.shouwen.resident.Link;
import org.shouwen.resident.LinkDesk;
import org.shouwen.resident.LinkPage;
import org.shouwen.resident.PageCookie;
import org.shouwen.resident.PageKeys;
import org.shouwen.rights.Pace;
import org.shouwen.wording.Moments;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A link is opened: it becomes a key to one page, and is gone from the address bar. Nothing is stored for it. */
@LinkPage
class LinkController {

    /** Links from one address that open nothing. */
    private static final int GUESSES = 30;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LinkDesk links;
    private final PageKeys keys;
    private final Pace pace;
    private final Moments moments;

    LinkController(LinkDesk links, PageKeys keys, Pace pace, Moments moments) {
        this.links = links;
        this.keys = keys;
        this.pace = pace;
        this.moments = moments;
    }

    /** Whoever opens nothing is not told whether the link never was, is over, or was made invalid. */
    @GetMapping("/r/{token}")
    String open(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        Optional<Link> link = links.open(token, moments.now());
        if (link.isPresent()) {
            PageCookie.set(request, response, link.get(), keys.cut(link.get(), moments.now()));
            return "redirect:" + link.get().page();
        }
        if (!pace.allows("guess " + request.getRemoteAddr(), GUESSES, MINUTE)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(MINUTE.toSeconds()));
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return "resident/gone";
        }
        return gone(response);
    }

    @GetMapping("/r/gone")
    String gone(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "resident/gone";
    }
}
