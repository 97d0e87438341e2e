package org.shouwen.resident;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** How a browser keeps the key to one page: sent to that page only, so that two tickets in two tabs stay apart. */
public final class PageCookie {

    public static final String NAME = "shouwen-page";

    /** Attribute of a request that was let in: its {@link Link}. */
    public static final String LINK = "org.shouwen.resident.link";

    private PageCookie() {}

    public static void set(HttpServletRequest request, HttpServletResponse response, Link link, String key) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, key)
                        .path(request.getContextPath() + link.page())
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(PageKeys.VALID)
                        .build()
                        .toString());
    }
}
