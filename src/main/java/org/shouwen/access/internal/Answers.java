package org.shouwen.access.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** The two shapes in which a refusal leaves before any controller is reached. */
final class Answers {

    private final ObjectMapper json;

    Answers(ObjectMapper json) {
        this.json = json;
    }

    /** RFC 9457, for the API. */
    void problem(HttpServletResponse response, HttpStatus status, String name, String title, String detail)
            throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:shouwen:problem:" + name);
        problem.put("title", title);
        problem.put("status", status.value());
        problem.put("detail", detail);
        send(response, status, "application/problem+json", problem);
    }

    /** What Camunda's webapps show: they read {@code message}. */
    void camunda(HttpServletResponse response, HttpStatus status, String name, String sentence) throws IOException {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("type", "urn:shouwen:problem:" + name);
        answer.put("message", sentence);
        send(response, status, "application/json", answer);
    }

    private void send(HttpServletResponse response, HttpStatus status, String type, Map<String, Object> body)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        json.writeValue(response.getOutputStream(), body);
    }
}
