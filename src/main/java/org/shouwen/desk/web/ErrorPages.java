package org.shouwen.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.shouwen.page.Plain;
import org.shouwen.problem.Refusal;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** A browser that asks for a page that is not there, or for a paper that is refused, gets our error page, not the API's JSON. */
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
        if (!wantsPage(request)) {
            return null;
        }
        Optional<Refusal> refusal = isPage(handler) ? Optional.empty() : Refusal.said(failure);
        if (refusal.isPresent()) {
            HttpStatus status = HttpStatus.valueOf(refusal.get().kind().status());
            return new ModelAndView(
                    "error", Map.of("status", status.value(), "sentence", Plain.sentence(refusal.get())), status);
        }
        HttpStatus status = status(failure);
        return status == null ? null : new ModelAndView("error", Map.of("status", status.value()), status);
    }

    /** @return false for papers and other data, which a browser opens, too, and which no advice of pages answers for */
    private static boolean isPage(Object handler) {
        return !(handler instanceof HandlerMethod method)
                || !AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ResponseBody.class);
    }

    /** @return null where it is nothing that Spring found wrong with the request */
    private static HttpStatus status(Exception failure) {
        if (failure instanceof ErrorResponse answer) {
            return HttpStatus.valueOf(answer.getStatusCode().value());
        }
        return failure instanceof TypeMismatchException || failure instanceof MultipartException
                ? HttpStatus.BAD_REQUEST
                : null;
    }

    private static boolean wantsPage(HttpServletRequest request) {
        return String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE);
    }
}
