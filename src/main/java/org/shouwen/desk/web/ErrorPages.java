package org.shouwen.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** A browser that asks for a page that is not there gets our error page, not the API's JSON. */
@Component
class ErrorPages implements HandlerExceptionResolver, Ordered {

    /** Before the advice of the API, which would answer first. */
    @Override
    public int getOrder() {
        return -1;
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        HttpStatus status = status(failure);
        return status != null && wantsPage(request)
                ? new ModelAndView("error", Map.of("status", status.value()), status)
                : null;
    }

    /** @return null where it is nothing that Spring found wrong with the request */
    private static HttpStatus status(Exception failure) {
        if (failure instanceof TypeMismatchException) {
            return HttpStatus.BAD_REQUEST;
        }
        return failure instanceof ErrorResponse answer
                ? HttpStatus.valueOf(answer.getStatusCode().value())
                : null;
    }

    private static boolean wantsPage(HttpServletRequest request) {
        return String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE);
    }
}
