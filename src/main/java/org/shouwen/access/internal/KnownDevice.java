package org.shouwen.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
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
        return COOKIE.of(request)
                .filter(told -> told.indexOf('.') > 0)
                .filter(told -> MessageDigest.isEqual(
                        told.getBytes(StandardCharsets.UTF_8),
                        signed(told.substring(0, told.indexOf('.')), account).getBytes(StandardCharsets.UTF_8)))
                .map(told -> told.substring(0, told.indexOf('.')));
    }

    void remember(HttpServletRequest request, HttpServletResponse response, String account) {
        String number =
                of(request, account).orElseGet(() -> SecretToken.random().text());
        COOKIE.set(request, response, signed(number, account), REMEMBERED);
    }

    private String signed(String number, String account) {
        return number + "." + signatures.of("device", number + " " + account);
    }
}
