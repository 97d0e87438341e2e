package org.shouwen.problem.web;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.shouwen.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Refusals as RFC 9457 problems in Chinese. What is no refusal is a bug and stays 500, without a word of its inside. */
@RestControllerAdvice(annotations = org.springframework.web.bind.annotation.RestController.class)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Exception failure) {
        ProblemDetail problem = Refusal.said(failure).map(ProblemAdvice::of).orElseGet(() -> technical(failure));
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(HttpMessageNotReadableException failure) {
        ProblemDetail problem = unreadable(failure.getCause());
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    /** On a screen the sentence names the field as the screen does; a caller of the API knows it by its own name. */
    private static ProblemDetail of(Refusal refusal) {
        String field = refusal.field().orElse(null);
        String sentence = refusal.getMessage();
        return problem(
                HttpStatus.valueOf(refusal.kind().status()),
                refusal.name(),
                field == null || sentence.contains(field) ? sentence : sentence + "（" + field + "）",
                field);
    }

    private static ProblemDetail technical(Exception failure) {
        if (failure instanceof ErrorResponse response) {
            HttpStatus status = HttpStatus.valueOf(response.getStatusCode().value());
            return problem(status, "request-" + status.value(), sentence(status), null);
        }
        if (failure instanceof MethodArgumentTypeMismatchException wrong) {
            return mismatch(wrong);
        }
        if (failure instanceof RequestRejectedException) {
            return problem(HttpStatus.BAD_REQUEST, "request-400", sentence(HttpStatus.BAD_REQUEST), null);
        }
        LOG.error("unexpected failure", failure);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "系统出错了，已记录；请稍后再试", null);
    }

    /** What is no number names nothing; in a question it is a field that is wrong. */
    private static ProblemDetail mismatch(MethodArgumentTypeMismatchException wrong) {
        return wrong.getParameter().hasParameterAnnotation(PathVariable.class)
                ? problem(HttpStatus.NOT_FOUND, "address-unknown", "没有这个地址", null)
                : problem(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "field-invalid",
                        "字段 " + wrong.getName() + " 的内容不正确",
                        wrong.getName());
    }

    private static String sentence(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "没有这个地址";
            case METHOD_NOT_ALLOWED -> "这个地址不接受这种请求方法";
            case UNSUPPORTED_MEDIA_TYPE -> "请用 application/json 提交";
            case NOT_ACCEPTABLE -> "这里只返回 application/json";
            default -> "请求不完整或不正确";
        };
    }

    private static ProblemDetail unreadable(Throwable cause) {
        if (cause instanceof UnrecognizedPropertyException unknown) {
            String field = path(unknown);
            return problem(HttpStatus.BAD_REQUEST, "field-unknown", "不认识的字段：" + field, field);
        }
        if (cause instanceof InvalidFormatException wrong) {
            String field = path(wrong);
            String choices = wrong.getTargetType().isEnum()
                    ? "，可选："
                            + Arrays.stream(wrong.getTargetType().getEnumConstants())
                                    .map(Object::toString)
                                    .collect(Collectors.joining("、"))
                    : "";
            return problem(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "field-invalid",
                    "字段 " + field + " 不接受“" + wrong.getValue() + "”" + choices,
                    field);
        }
        if (cause instanceof JsonMappingException wrong && !(cause instanceof JsonParseException)) {
            String field = path(wrong);
            return problem(HttpStatus.UNPROCESSABLE_ENTITY, "field-invalid", "字段 " + field + " 的内容不正确", field);
        }
        return problem(HttpStatus.BAD_REQUEST, "json-invalid", "请求不是有效的 JSON", null);
    }

    private static String path(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(reference -> reference.getFieldName() == null ? "[]" : reference.getFieldName())
                .collect(Collectors.joining("."));
    }

    static ProblemDetail problem(HttpStatus status, String name, String sentence, String field) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setType(URI.create("urn:shouwen:problem:" + name));
        problem.setTitle(
                switch (status) {
                    case NOT_FOUND -> "没有找到";
                    case CONFLICT -> "现在不能办理";
                    case FORBIDDEN -> "不允许";
                    case INTERNAL_SERVER_ERROR -> "系统错误";
                    case TOO_MANY_REQUESTS -> "太频繁";
                    case SERVICE_UNAVAILABLE -> "请稍候";
                    default -> "内容不正确";
                });
        if (field != null) {
            problem.setProperty("field", field);
        }
        return problem;
    }
}
