package org.shouwen.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away requests in disguise before anybody parses them: two slashes in a row and dots alone anywhere, under
 * Camunda's webapps and where its Modeler asks whatever is encoded or carries parameters, and a NUL in a question. Spring and PostgreSQL would
 * stumble over them, in front of Spring's own firewall or behind it, with a 500; so would Tomcat over a file whose name has one. And a form with files where nothing is done, which would be read for as long as it takes to arrive.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlainPathFilter extends OncePerRequestFilter {

    /** What Camunda Modeler asks where somebody gave it an address with a slash at its end. */
    private static final Pattern MODELER = Pattern.compile(
            "/engine-rest//(?:deployment|version|deployment/create|process-definition/[A-Za-z0-9._:-]+/start)");

    private static final Pattern DOTS = Pattern.compile("/\\.{1,2}(?:[/;]|$)");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (MODELER.matcher(request.getRequestURI()).matches()) {
            doFilterInternal(new Single(request), response, chain);
            return;
        }
        String wire = request.getRequestURI();
        boolean camunda = request.getServletPath().startsWith("/camunda/")
                || request.getServletPath().startsWith("/engine-rest/");
        if (wire.contains("//")
                || DOTS.matcher(wire).find()
                || String.valueOf(request.getQueryString()).contains("%00")
                || camunda && (wire.indexOf('%') >= 0 || wire.indexOf(';') >= 0)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else if (isFormWithoutDeed(request)) {
            // No error page: whoever makes one would read the form
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } else if (request.getServletPath().equals("/error")) {
            // A page of the server's own: asked for by itself it has nothing to say
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            readable(request, response, chain);
        }
    }

    /** The same with one slash, as everybody behind this filter reads it. */
    private static final class Single extends HttpServletRequestWrapper {

        Single(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getRequestURI() {
            return super.getRequestURI().replace("//", "/");
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer(super.getRequestURL().toString().replace("engine-rest//", "engine-rest/"));
        }
    }

    /** Tomcat takes a NUL in the name of a file for a fault of the program, wherever the form is read first. */
    private static void readable(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (InvalidFileNameException unreadable) {
            // No error page: whoever makes one would read the form
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static boolean isFormWithoutDeed(HttpServletRequest request) {
        return Set.of("GET", "HEAD", "OPTIONS").contains(request.getMethod())
                && String.valueOf(request.getContentType())
                        .toLowerCase(Locale.ROOT)
                        .startsWith("multipart/");
    }
}
