package org.shouwen.access.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** A cookie that scripts and foreign pages do not get; over TLS no other host of the domain can set it either (__Host-). */
record DoorCookie(String name) {

    Optional<String> of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name(request)))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** Until the browser is closed. */
    void set(HttpServletRequest request, HttpServletResponse response, String value) {
        send(response, cookie(request, value));
    }

    void set(HttpServletRequest request, HttpServletResponse response, String value, Duration kept) {
        send(response, cookie(request, value).maxAge(kept));
    }

    void drop(HttpServletRequest request, HttpServletResponse response) {
        send(response, cookie(request, "").maxAge(Duration.ZERO));
    }

    private ResponseCookie.ResponseCookieBuilder cookie(HttpServletRequest request, String value) {
        return ResponseCookie.from(name(request), value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax");
    }

    private static void send(HttpServletResponse response, ResponseCookie.ResponseCookieBuilder cookie) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    private String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + name : name;
    }
}
