package org.shouwen.problem.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;

/** A form with files that breaks off, or whose parts cannot be told apart: nobody knows yet whom it was for. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class BrokenForms {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MultipartException failure) {
        HttpStatus status = failure instanceof ErrorResponse answer
                ? HttpStatus.valueOf(answer.getStatusCode().value())
                : HttpStatus.BAD_REQUEST;
        return answer(status);
    }

    /** A file where a text was asked for. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MethodArgumentConversionNotSupportedException failure) throws Exception {
        if (failure.getValue() instanceof MultipartFile) {
            return answer(HttpStatus.BAD_REQUEST);
        }
        throw failure;
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatus status) {
        return ResponseEntity.status(status)
                .body(ProblemAdvice.problem(status, "request-" + status.value(), sentence(status), null));
    }

    private static String sentence(HttpStatus status) {
        return status == HttpStatus.PAYLOAD_TOO_LARGE ? "一次交的文件合起来太大了：最多 95 MB，请分几次交" : "请求不完整或不正确";
    }
}
