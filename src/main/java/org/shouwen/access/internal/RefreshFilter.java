package org.shouwen.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import org.shouwen.access.Refresh;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** What a page would only read again is not sent again ({@link Refresh}). Inside of the security filters, whose no-store comes later. */
@Component
class RefreshFilter extends ShallowEtagHeaderFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(Refresh.HEADER) == null;
    }
}
