package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.deed.DeedDesk;
import org.shouwen.deed.Input;
import org.shouwen.rights.Caller;
import org.shouwen.testing.Api;
import org.shouwen.testing.TasklistSession;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every operation of the API's description and every page and form of ours is sent nonsense, by people who may do it and by
 * who has not signed in: whatever it is, it is no failure of the server. In the gate a part; {@code -Dfuzz=20000} is all of it, {@code -Dfuzz.seed} repeats one.
 */
@Tag("scenario")
@DirtiesContext
class FuzzIT extends GuardedDesk {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REQUESTS = Integer.getInteger("fuzz", 1_200);
    private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
    private static final String BOUNDARY = "----fuzz";
    private static final String FILES = "multipart/form-data; boundary=" + BOUNDARY;
    private static final Pattern PLACE = Pattern.compile("\\{\\*?\\w+}");

    /** Who has not signed in. */
    private static final String NOBODY = "-";

    private static final List<String> PEOPLE =
            List.of("desk1", "lead", "supervisor", "manager", "admin", "plumber1", NOBODY);

    private static final List<String> NONSENSE = Stream.concat(
                    Stream.of(
                            "",
                            " ",
                            "\0",
                            "文\0字",
                            "null",
                            "0",
                            "-1",
                            "1",
                            "99999999999999999999",
                            "1e400",
                            "NaN",
                            "true",
                            "[]",
                            "{}",
                            "长".repeat(5_000),
                            "x".repeat(70_000),
                            "\ud83d",
                            "💧𠀀",
                            "\u202e反\u0007",
                            "' OR 1=1; DROP TABLE ticket; --",
                            "%",
                            "_",
                            "../../etc/passwd",
                            "a,b",
                            "2026-11-23",
                            "2026-11-23T18:00",
                            "+999999999-01-01T00:00",
                            "-999999999-01-01",
                            "0000-00-00",
                            "25:61",
                            "2026-13",
                            "13812345678",
                            "REPAIR",
                            "HOME_PLUMBING",
                            "1-1-101",
                            "MANAGER",
                            "desk1",
                            "nobody",
                            "a@b.example"),
                    TEXTS.stream())
            .toList();

    private static final List<String> JSON_NONSENSE = List.of(
            "null",
            "true",
            "-1",
            "1.5",
            "1e999",
            "99999999999999999999999",
            "[]",
            "{}",
            "[null]",
            "[\"\\u0000\"]",
            "[[]]",
            "{\"a\":1}",
            "\"\\ud83d\"",
            "\"\\u0000\"");

    @Autowired
    private DeedDesk deeds;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping addresses;

    private final Random random = new Random(SEED);

    /** What can be asked for: its fields are those of its description, its handler or its deed. */
    private record Target(String verb, String path, Set<String> fields, JsonNode body) {}

    /** Leave that nonsense happened to record is nobody's; a superior's would decide who does what in other tests. */
    @AfterEach
    void everybodyIsThere() {
        jdbc.update("DELETE FROM absence");
    }

    @Test
    void nonsenseIsNoFailureOfTheServer() throws Exception {
        System.out.println("fuzz: seed " + SEED + ", " + REQUESTS + " requests");
        List<String> numbers = List.of(open("乱写的单子"), grabbed("有人办的单子"), "BX-26-999999");
        List<Target> targets = Stream.concat(operations().stream(), pages().stream())
                // Whoever is signed out asks nothing any more
                .filter(target -> !target.path().matches("/logout|/camunda.*"))
                .toList();
        assertThat(targets).hasSizeGreaterThan(150);
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < REQUESTS && failures.size() < 40; i++) {
            Target target = i < 2 * targets.size() ? targets.get(i % targets.size()) : one(targets);
            String path = filled(target.path(), numbers);
            String sent = send(target, path, one(PEOPLE), failures);
            assertThat(sent).isNotNull();
        }
        assertThat(failures).as("seed %d", SEED).isEmpty();
    }

    private String send(Target target, String path, String person, List<String> failures) {
        boolean api = target.path().startsWith("/api");
        String query = random.nextInt(3) == 0 || target.verb().equals("GET") ? "?" + form(target.fields()) : "";
        String address = path + (query.length() > 6_000 ? "" : query);
        List<String> headers = new ArrayList<>();
        byte[] body = new byte[0];
        if (!target.verb().equals("GET")) {
            int way = random.nextInt(10);
            if (way == 0) {
                headers.addAll(List.of("Content-Type", "multipart/form-data"));
                body = multipart(target.fields());
            } else if (way <= 2) {
                headers.addAll(List.of("Content-Type", FILES));
                body = multipart(target.fields());
            } else if (api) {
                headers.addAll(List.of("Content-Type", "application/json"));
                body = json(target).getBytes(StandardCharsets.UTF_8);
            } else {
                headers.addAll(List.of("Content-Type", "application/x-www-form-urlencoded"));
                body = form(target.fields()).getBytes(StandardCharsets.UTF_8);
            }
        }
        if (api && random.nextInt(5) == 0) {
            headers.addAll(List.of("Idempotency-Key", "k" + random.nextInt(3)));
        }
        String shown = person + " " + target.verb() + " " + address + " " + headers + " "
                + new String(body, StandardCharsets.UTF_8);
        boolean nobody = person.equals(NOBODY);
        TasklistSession session = api ? null : nobody ? nobody() : as(person);
        Api.Answer answer = api
                ? (nobody ? new Api(port, "nobody's") : token(person)).send(target.verb(), address, body, headers)
                : target.verb().equals("POST") && headers.contains(FILES) && random.nextBoolean()
                        ? session.upload(address, BOUNDARY, body)
                        : session.send(target.verb(), address, body, headers);
        if (answer.status() >= 500) {
            failures.add(answer.status() + " "
                    + (shown.length() > 900 ? shown.substring(0, 900) + "…" : shown).replace("\0", "␀"));
        }
        return shown;
    }

    private String filled(String path, List<String> numbers) {
        Matcher places = PLACE.matcher(path);
        return places.replaceAll(place -> Matcher.quoteReplacement(
                place.group().equals("{number}") && random.nextInt(6) > 0 ? one(numbers) : segment()));
    }

    /** The server's own guard would turn away what is no path. */
    private String segment() {
        return random.nextBoolean()
                ? one(List.of("0", "1", "-1", "99999999999999999999", "x", "YES", "NaN", "a-b-c", "1-1-101", "2026-11"))
                : encoded(one(NONSENSE).replaceAll("[/\\\\\0%;.\ud83d]|^$", "x").substring(0, 1)) + "x";
    }

    private String form(Set<String> fields) {
        List<String> pairs = new ArrayList<>();
        for (String field : fields) {
            for (int times = random.nextInt(8) == 0 ? 2 : random.nextInt(6) == 0 ? 0 : 1; times > 0; times--) {
                pairs.add(encoded(field) + "=" + encoded(value()));
            }
        }
        return String.join("&", pairs);
    }

    private byte[] multipart(Set<String> fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        List<String> names = new ArrayList<>(fields);
        names.add("files");
        for (String field : names) {
            boolean file = field.equals("files") || random.nextInt(4) == 0;
            String name = one(List.of("a.jpg", "a\0.jpg", "", "..", "长".repeat(300), "a\u202e.pdf"));
            write(
                    body,
                    "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\""
                            + (file ? "; filename=\"" + name + "\"\r\nContent-Type: image/jpeg" : "") + "\r\n\r\n"
                            + value() + "\r\n");
        }
        if (random.nextInt(4) > 0) {
            write(body, "--" + BOUNDARY + "--\r\n");
        }
        return body.toByteArray();
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private String json(Target target) {
        return switch (random.nextInt(12)) {
            case 0 -> one(JSON_NONSENSE);
            case 1 -> "{\"" + value().replaceAll("[\"\\\\\\p{Cntrl}]", "") + "\":";
            default -> object(target.body(), 0);
        };
    }

    private String object(JsonNode schema, int depth) {
        JsonNode known = resolved(schema);
        List<String> pairs = new ArrayList<>();
        known.path("properties").fields().forEachRemaining(field -> {
            if (random.nextInt(6) > 0) {
                boolean nested = !resolved(field.getValue()).path("properties").isMissingNode() && depth < 3;
                String value = nested && random.nextInt(4) > 0
                        ? object(field.getValue(), depth + 1)
                        : random.nextInt(4) == 0 ? one(JSON_NONSENSE) : likely(field.getValue());
                pairs.add(quoted(field.getKey()) + ":" + value);
                if (random.nextInt(12) == 0) {
                    pairs.add(quoted(field.getKey()) + ":" + quoted(value()));
                }
            }
        });
        return "{" + String.join(",", pairs) + "}";
    }

    private String likely(JsonNode schema) {
        JsonNode choices = resolved(schema).path("enum");
        return choices.size() > 0 && random.nextInt(3) > 0
                ? choices.get(random.nextInt(choices.size())).toString()
                : quoted(value());
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText("");
        return reference.isEmpty() ? schema : description.at(reference.substring(1));
    }

    private JsonNode description;

    private List<Target> operations() {
        description = api().get("/v3/api-docs").body();
        List<Target> found = new ArrayList<>();
        description.path("paths").fields().forEachRemaining(path -> path.getValue()
                .fields()
                .forEachRemaining(operation -> {
                    JsonNode body = operation.getValue().path("requestBody").path("content");
                    JsonNode schema = body.size() == 0
                            ? JSON.createObjectNode()
                            : body.elements().next().path("schema");
                    Set<String> fields = new LinkedHashSet<>();
                    operation
                            .getValue()
                            .path("parameters")
                            .forEach(parameter ->
                                    fields.add(parameter.path("name").asText()));
                    resolved(schema).path("properties").fieldNames().forEachRemaining(fields::add);
                    found.add(new Target(operation.getKey().toUpperCase(), path.getKey(), fields, schema));
                }));
        return found;
    }

    private List<Target> pages() {
        Map<String, Target> found = new LinkedHashMap<>();
        addresses.getHandlerMethods().forEach((address, method) -> address.getPatternValues().stream()
                .filter(path -> !path.startsWith("/api") && !path.startsWith("/v3"))
                .forEach(path -> (address.getMethodsCondition().getMethods().isEmpty()
                                ? Stream.of("GET", "POST")
                                : address.getMethodsCondition().getMethods().stream()
                                        .map(Enum::name))
                        .forEach(verb -> found.put(verb + path, new Target(verb, path, fields(method), null)))));
        deeds.all()
                .forEach(deed -> found.put(
                        "POST/desk/tickets/{number}/" + deed.path(),
                        new Target(
                                "POST",
                                "/desk/tickets/{number}/" + deed.path(),
                                new TreeSet<>(
                                        deed.inputs().stream().map(Input::name).toList()),
                                null)));
        // No handler of ours: Spring Security signs in
        found.put("POST/login", new Target("POST", "/login", Set.of("username", "password", "page"), null));
        return List.copyOf(found.values());
    }

    private static Set<String> fields(HandlerMethod method) {
        Set<String> fields = new TreeSet<>(Set.of("q", "after"));
        Arrays.stream(method.getMethodParameters()).forEach(parameter -> add(fields, parameter));
        return fields;
    }

    private static void add(Set<String> fields, MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        if (type.equals(Caller.class)) {
            return;
        }
        if (type.isRecord() && type.getName().startsWith("org.shouwen")) {
            Stream.of(type.getRecordComponents()).map(RecordComponent::getName).forEach(fields::add);
        } else if (type.getName().startsWith("org.shouwen") && !type.isEnum()) {
            Stream.of(BeanUtils.getPropertyDescriptors(type))
                    .map(java.beans.PropertyDescriptor::getName)
                    .forEach(fields::add);
        } else if (parameter.getParameter().isNamePresent()) {
            fields.add(parameter.getParameter().getName());
        }
    }

    private String value() {
        return one(NONSENSE);
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
