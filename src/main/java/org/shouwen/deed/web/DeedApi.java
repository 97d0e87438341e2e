package org.shouwen.deed.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.shouwen.deed.Deed;
import org.shouwen.deed.DeedDesk;
import org.shouwen.deed.Given;
import org.shouwen.deed.Input;
import org.shouwen.deed.Outcome;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.TicketAnswers;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Deeds for other programs: {@code POST /api/tickets/{number}/<deed>}, the inputs as JSON, files as multipart. */
@Hidden
@Allowed
@RestController
class DeedApi {

    private final DeedDesk desk;
    private final DeedRoutes routes;
    private final TicketAnswers tickets;
    private final ObjectMapper json;

    DeedApi(DeedDesk desk, DeedRoutes routes, TicketAnswers tickets, ObjectMapper json) {
        this.desk = desk;
        this.routes = routes;
        this.tickets = tickets;
        this.json = json;
    }

    ResponseEntity<Object> perform(@PathVariable Map<String, String> path, ServletWebRequest request, Caller caller) {
        Deed deed = routes.deed(request.getRequest());
        String number = path.get("number");
        Outcome outcome = desk.perform(deed, number, path, () -> given(deed, request), caller);
        if (outcome.opened() != null) {
            return ResponseEntity.created(URI.create("/api/tickets/" + outcome.opened()))
                    .body(tickets.of(outcome.opened(), caller));
        }
        return ResponseEntity.status(deed.creates() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(outcome.view() == null ? tickets.of(number, caller) : outcome.view());
    }

    private Given.Raw given(Deed deed, ServletWebRequest request) {
        if (request.getNativeRequest() instanceof MultipartHttpServletRequest parts) {
            return Multipart.of(false, parts);
        }
        JsonNode body = body(deed, request);
        Map<String, String> texts = new HashMap<>();
        Map<String, Map<String, Object>> details = new HashMap<>();
        for (Iterator<Map.Entry<String, JsonNode>> fields = body.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            Input input = asked(deed, field.getKey());
            JsonNode value = field.getValue();
            if (input.type() == Input.Type.DETAILS && value.isObject()) {
                details.put(input.name(), json.convertValue(value, Map.class));
            } else if (value.isValueNode()) {
                texts.put(input.name(), value.isNull() ? null : value.asText());
            } else {
                throw Refusal.invalid("field-invalid", input.name(), "字段 " + input.name() + " 的内容不正确");
            }
        }
        return new Given.Raw(false, texts, details, Map.of());
    }

    private JsonNode body(Deed deed, ServletWebRequest request) {
        ServletServerHttpRequest message = new ServletServerHttpRequest(request.getRequest());
        try {
            JsonNode body = json.readTree(message.getBody());
            if (body != null && body.isObject()) {
                return body;
            }
            // What need not be told need not be sent
            if (body != null && body.isMissingNode() && deed.inputs().stream().allMatch(Input::mayBeLeftOut)) {
                return json.createObjectNode();
            }
            throw new HttpMessageNotReadableException("no object", message);
        } catch (JsonProcessingException e) {
            throw new HttpMessageNotReadableException("no JSON", e, message);
        } catch (IOException e) {
            throw new HttpMessageNotReadableException("broken off", e, message);
        }
    }

    private Input asked(Deed deed, String name) {
        return deed.inputs().stream()
                .filter(input -> input.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    /** Said as for every other body. */
    private HttpMessageNotReadableException unknown(String name) {
        return new HttpMessageNotReadableException(
                name,
                UnrecognizedPropertyException.from(json.treeAsTokens(json.nullNode()), Deed.class, name, List.of()),
                null);
    }
}
