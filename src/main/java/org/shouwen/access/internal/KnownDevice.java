package org.shouwen.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.shouwen.credential.Signatures;
import org.springframework.stereotype.Component;

/** Where somebody has signed in before: his browser holds a signed number, so that guesses made elsewhere do not keep him out. */
@Component
record KnownDevice(Signatures signatures) {

    private static final DoorCookie COOKIE = new DoorCookie("shouwen-device");
    private static final Duration REMEMBERED = Duration.ofDays(180);

    /** @return the number of a browser in which this account was signed in */
    Optional<String> of(HttpServletRequest request, String account) {
        return COOKIE.of(request).flatMap(told -> signatures.read(purpose(account), told));
    }

    void remember(HttpServletRequest request, HttpServletResponse response, String account) {
        String number =
                of(request, account).orElseGet(() -> SecretToken.random().text());
        COOKIE.set(request, response, signatures.signed(purpose(account), number), REMEMBERED);
    }

    private static String purpose(String account) {
        return "device of " + account;
    }
}
