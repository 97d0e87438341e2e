package org.shouwen.database;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.shouwen.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While the database does not answer, everybody is told so and when to come again: here where nobody else got that far, and no
 * page can be made that would ask it who is signed in.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Unavailable extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(Unavailable.class);
    private static final String AFTER_SECONDS = "5";
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
              <meta charset="UTF-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>请稍候 · 首问</title>
              <link rel="stylesheet" href="%1$s/style/tokens.css">
              <link rel="stylesheet" href="%1$s/style/parts.css">
              <link rel="stylesheet" href="%1$s/access/access.css">
            </head>
            <body class="door">
            <main>
              <h1>首问</h1>
              <p class="tagline">请稍候</p>
              <p class="problem" role="alert">%2$s</p>
            </main>
            </body>
            </html>
            """;

    private final ObjectMapper json;

    Unavailable(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, new HttpServletResponseWrapper(response) {
                @Override
                public void setStatus(int status) {
                    if (status == SC_SERVICE_UNAVAILABLE) {
                        setHeader(HttpHeaders.RETRY_AFTER, AFTER_SECONDS);
                    }
                    super.setStatus(status);
                }
            });
        } catch (ServletException | RuntimeException failure) {
            Refusal refusal = Refusal.said(failure)
                    .filter(said -> said.kind() == Refusal.Kind.UNAVAILABLE)
                    .orElse(null);
            if (refusal == null || response.isCommitted()) {
                throw failure;
            }
            LOG.warn("{} {}: the database does not answer", request.getMethod(), request.getServletPath());
            answer(request, response, refusal);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        response.reset();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, AFTER_SECONDS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE)) {
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            response.getWriter().write(PAGE.formatted(request.getContextPath(), refusal.getMessage()));
        } else {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            json.writeValue(
                    response.getWriter(),
                    Map.of(
                            "type",
                            "urn:shouwen:problem:" + refusal.name(),
                            "title",
                            "请稍候",
                            "status",
                            refusal.kind().status(),
                            "detail",
                            refusal.getMessage()));
        }
    }
}
