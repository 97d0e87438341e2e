package org.shouwen.credential.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Locale;
import org.shouwen.credential.Credentials;
import org.shouwen.credential.Verdict;
import org.shouwen.wording.Moments;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where the QR code of a paper leads: whoever scans it, without a login, reads whether the paper holds now. */
@Controller
class VerdictController {

    private final Credentials credentials;
    private final Moments moments;

    VerdictController(Credentials credentials, Moments moments) {
        this.credentials = credentials;
        this.moments = moments;
    }

    @GetMapping("/v/{token}")
    String page(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        Instant now = moments.now();
        Verdict verdict = credentials.verify(token, now);
        if (verdict.state() == Verdict.State.UNKNOWN) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        // The address is the paper: it must not travel on to other sites, nor into a search engine
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        model.addAttribute("verdict", verdict);
        model.addAttribute("style", verdict.state().name().toLowerCase(Locale.ROOT));
        model.addAttribute("checked", moments.exact(now));
        if (request.getUserPrincipal() != null) {
            credentials.staffPage(token).ifPresent(path -> model.addAttribute("staffPage", path));
        }
        return "credential/verdict";
    }
}
