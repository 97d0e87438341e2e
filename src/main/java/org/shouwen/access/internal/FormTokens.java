package org.shouwen.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.shouwen.credential.Signatures;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * What a form carries to show that our page made it. Of people who are signed in it is a mark on their session's secret; of
 * nobody a signed number that his browser holds, too. Neither is kept here, and neither can be made elsewhere.
 */
record FormTokens(Signatures signatures) implements CsrfTokenRepository {

    private static final DoorCookie COOKIE = new DoorCookie("shouwen-form");
    private static final String OF_A_SESSION = "form of a session";
    private static final String OF_NOBODY = "form of nobody";

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return ofSession(request)
                .orElseGet(() ->
                        token(signatures.signed(OF_NOBODY, SecretToken.random().text())));
    }

    @Override
    public void saveToken(CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token == null) {
            COOKIE.drop(request, response);
        } else if (ofSession(request).isEmpty()) {
            COOKIE.set(request, response, token.getToken());
        }
    }

    @Override
    public CsrfToken loadToken(HttpServletRequest request) {
        return ofSession(request)
                .or(() -> COOKIE.of(request)
                        .filter(told -> signatures.read(OF_NOBODY, told).isPresent())
                        .map(FormTokens::token))
                .orElse(null);
    }

    private Optional<CsrfToken> ofSession(HttpServletRequest request) {
        return SignIns.COOKIE.of(request).map(secret -> token(signatures.of(OF_A_SESSION, secret)));
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", value);
    }
}
