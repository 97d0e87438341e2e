package org.shouwen.workflow.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.shouwen.problem.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tasklist's requests that we refuse are no faults of the server, as Camunda's REST layer would have it. */
@Component
class RefusalStatusFilter extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + "/camunda/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void setStatus(int status) {
                boolean fault = status == HttpStatus.INTERNAL_SERVER_ERROR.value();
                super.setStatus(
                        fault && request.getAttribute(RefusalsInPlainWords.REQUEST_ATTRIBUTE) instanceof Refusal refusal
                                ? refusal.kind().status()
                                : status);
            }
        });
    }
}
