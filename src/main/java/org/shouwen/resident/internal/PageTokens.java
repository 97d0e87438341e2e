package org.shouwen.resident.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.shouwen.resident.Link;
import org.shouwen.resident.PageCookie;
import org.shouwen.resident.PageKeys;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/** What the forms of a resident's page carry: a mark that only its link makes, so nothing is kept, here or in the browser. */
record PageTokens(PageKeys keys) implements CsrfTokenRepository {

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        // Without a page there is no form of ours
        return token(UUID.randomUUID().toString());
    }

    @Override
    public void saveToken(CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        // Made anew each time
    }

    @Override
    public CsrfToken loadToken(HttpServletRequest request) {
        return request.getAttribute(PageCookie.LINK) instanceof Link link ? token(keys.forForms(link)) : null;
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", value);
    }
}
