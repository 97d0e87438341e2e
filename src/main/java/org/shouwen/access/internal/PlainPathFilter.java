package org.shouwen.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away paths in disguise before anybody parses them: two slashes in a row anywhere, and under Camunda's webapps
 * whatever is encoded or carries parameters. Spring would stumble over them, in front of its own firewall, with a 500.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlainPathFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String wire = request.getRequestURI();
        boolean camunda = request.getServletPath().startsWith("/camunda/");
        if (wire.contains("//") || camunda && (wire.indexOf('%') >= 0 || wire.indexOf(';') >= 0)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }
}
