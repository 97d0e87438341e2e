package org.shouwen.resident;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** How a browser keeps the key to one page: sent to that page only, so that two tickets in two tabs stay apart. */
public final class PageCookie {

    private static final String NAME = "shouwen-page";

    /** Attribute of a request that was let in: its {@link Link}. */
    public static final String LINK = "org.shouwen.resident.link";

    private PageCookie() {}

    /** @return over TLS a name that no page without it can set; only a cookie for every path could be called {@code __Host-} */
    public static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Secure-" + NAME : NAME;
    }

    public static void set(HttpServletRequest request, HttpServletResponse response, Link link, String key) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(request), key)
                        .path(request.getContextPath() + link.page())
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(PageKeys.VALID)
                        .build()
                        .toString());
    }
}
