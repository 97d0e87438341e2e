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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.deed.Choice;
import org.shouwen.deed.Deed;
import org.shouwen.deed.DeedDesk;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.testing.Api;
import org.shouwen.testing.Callers;
import org.shouwen.testing.TasklistSession;
import org.shouwen.ticket.Categories;
import org.shouwen.ticket.Category;
import org.shouwen.ticket.Kinds;
import org.shouwen.ticket.Question;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketKind;
import org.shouwen.ticket.Tickets;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every operation of the API's description, every page and form of ours is sent nonsense among what is right, by people
 * who may do it and by who has not signed in: whatever it is, it is no failure of
 * the server. What there is to ask for, its fields and what they may say comes from what the house declares. In the gate a part;
 * {@code -Dfuzz=20000} is all of it, {@code -Dfuzz.seed} repeats one.
 */
@Tag("database")
@DirtiesContext
class FuzzIT extends EveryAddressDesk {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REQUESTS = Nonsense.REQUESTS * 9 / 10;
    private static final long SEED = Nonsense.SEED;
    private static final List<String> NONSENSE = Nonsense.TEXTS;
    private static final List<String> JSON_NONSENSE = Nonsense.JSON;
    private static final String BOUNDARY = "----fuzz";
    private static final String FILES = "multipart/form-data; boundary=" + BOUNDARY;
    private static final Pattern PLACE = Pattern.compile("\\{\\*?\\w+}");

    /** Who has not signed in. */
    private static final String NOBODY = "-";

    private static final List<String> PEOPLE =
            List.of("desk1", "lead", "supervisor", "manager", "admin", "plumber1", NOBODY);

    @Autowired
    private DeedDesk deeds;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping addresses;

    private final Random random = new Random(SEED);

    /**
     * What can be asked for: its fields are those of its description, its handler or its deed, each with what is right for it as
     * far as that is known.
     */
    private record Target(String verb, String path, Map<String, List<String>> fields, JsonNode body) {

        boolean isFor(String verb, String path) {
            return this.verb.equals(verb) && this.path.equals(path);
        }
    }

    @Autowired
    private Kinds kinds;

    @Autowired
    private Categories categories;

    @Autowired
    private Tickets tickets;

    private final Map<String, Map<String, String>> existing = new HashMap<>();
    private final Map<String, String> seen = new HashMap<>();

    /** Leave that nonsense happened to record is nobody's; a superior's would decide who does what in other tests. */
    @AfterEach
    void everybodyIsThere() {
        jdbc.update("DELETE FROM absence");
    }

    @Test
    void nonsenseIsNoFailureOfTheServer() throws Exception {
        System.out.println("fuzz: seed " + SEED + ", " + REQUESTS + " requests");
        List<Target> targets = Stream.concat(operations().stream(), pages().stream())
                // Whoever is signed out asks nothing any more; steps are StepFuzzIT's
                .filter(target -> !target.path().matches("/logout|/camunda.*|/desk/password"))
                .toList();
        assertThat(targets).hasSizeGreaterThan(150);
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < REQUESTS && failures.size() < 40; i++) {
            Target target = i < targets.size() ? targets.get(i) : one(targets);
            send(target, filled(target.path()), one(PEOPLE), failures);
        }
        assertThat(failures).as("seed %d", SEED).isEmpty();
    }

    private void note(Api.Answer answer, String shown, List<String> failures) {
        if (answer.status() >= 500) {
            failures.add(answer.status() + " "
                    + (shown.length() > 900 ? shown.substring(0, 900) + "…" : shown).replace("\0", "␀"));
        }
    }

    private void send(Target target, String path, String person, List<String> failures) {
        boolean api = target.path().startsWith("/api");
        String query = random.nextInt(3) == 0 || target.verb().equals("GET") ? "?" + form(target) : "";
        String address = path + (query.length() > 6_000 ? "" : query);
        List<String> headers = new ArrayList<>();
        byte[] body = new byte[0];
        if (!target.verb().equals("GET")) {
            int way = random.nextInt(10);
            if (way == 0) {
                headers.addAll(List.of("Content-Type", "multipart/form-data"));
                body = multipart(target);
            } else if (way <= 2) {
                headers.addAll(List.of("Content-Type", FILES));
                body = multipart(target);
            } else if (api) {
                headers.addAll(List.of("Content-Type", "application/json"));
                body = json(target).getBytes(StandardCharsets.UTF_8);
            } else {
                headers.addAll(List.of("Content-Type", "application/x-www-form-urlencoded"));
                body = form(target).getBytes(StandardCharsets.UTF_8);
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
        note(answer, shown, failures);
    }

    /** Mostly what exists; a ticket of any kind, or the one that has what else the address names. */
    private String filled(String path) {
        Map<String, String> known = existing(path);
        List<String> all = List.copyOf(numbers.values());
        return PLACE.matcher(path).replaceAll(place -> {
            String name = place.group().replaceAll("[{}*]", "");
            String there = name.equals("number") && random.nextBoolean() ? one(all) : known.get(name);
            return Matcher.quoteReplacement(there != null && random.nextInt(6) > 0 ? encoded(there) : segment());
        });
    }

    /** @return what the address names and is asked with, prepared once for each of the cases that its rights know */
    private Map<String, String> existing(String path) {
        return existing.computeIfAbsent(path, address -> {
            List<String> cases = cases(address);
            Map<String, String> known = new HashMap<>(Map.of("number", numbers.get("REPAIR"), "site", "east"));
            try {
                known.putAll(prepared(new Ask(address, cases.isEmpty() ? "" : cases.get(0), "lead")));
                seen.putAll(known);
            } catch (RuntimeException | AssertionError taken) {
                // Another address has prepared the same
                known.putAll(seen);
            }
            return known;
        });
    }

    /** The server's own guard would turn away what is no path. */
    private String segment() {
        return random.nextBoolean()
                ? one(List.of("0", "1", "-1", "99999999999999999999", "x", "YES", "NaN", "a-b-c", "1-1-101", "2026-11"))
                : encoded(one(NONSENSE).replaceAll("[/\\\\\0%;.\ud83d]|^$", "x").substring(0, 1)) + "x";
    }

    private String form(Target target) {
        List<String> pairs = new ArrayList<>();
        for (String field : target.fields().keySet()) {
            for (int times = random.nextInt(8) == 0 ? 2 : random.nextInt(6) == 0 ? 0 : 1; times > 0; times--) {
                pairs.add(encoded(field) + "=" + encoded(value(target, field)));
            }
        }
        return String.join("&", pairs);
    }

    private byte[] multipart(Target target) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        List<String> names = new ArrayList<>(target.fields().keySet());
        names.add("files");
        for (String field : names) {
            boolean file = field.equals("files") || random.nextInt(4) == 0;
            String name = one(List.of("a.jpg", "a\0.jpg", "", "..", "长".repeat(300), "a\u202e.pdf"));
            write(
                    body,
                    "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\""
                            + (file ? "; filename=\"" + name + "\"\r\nContent-Type: image/jpeg" : "") + "\r\n\r\n"
                            + value(target, field) + "\r\n");
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
            case 1 -> "{\"" + one(NONSENSE).replaceAll("[\"\\\\\\p{Cntrl}]", "") + "\":";
            default -> target.isFor("POST", "/api/tickets") ? registration() : object(target, target.body(), 0);
        };
    }

    /** Of any kind, right in most of it, with answers to what the kind asks. */
    private String registration() {
        TicketKind kind = one(kinds.all());
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("kind", quoted(kind.code()));
        fields.put("category", quoted(one(categories.ofKind(kind.code())).code()));
        fields.put("home", quoted(one(List.of("1-1-101", "2-2-803", "4-1-102"))));
        fields.put("reporter", "{\"name\": \"张三\", \"phone\": \"13812345678\"}");
        fields.put("description", quoted("漏水"));
        fields.put("details", details(kind));
        if (random.nextInt(3) > 0) {
            fields.put(one(List.copyOf(fields.keySet())), one(JSON_NONSENSE));
        }
        return "{"
                + fields.entrySet().stream()
                        .map(field -> quoted(field.getKey()) + ": " + field.getValue())
                        .collect(Collectors.joining(", "))
                + "}";
    }

    /** @return answers to the questions of the kind, most of them right */
    private String details(TicketKind kind) {
        return kind.questions().stream()
                .filter(question -> random.nextInt(4) > 0)
                .map(question -> quoted(question.name()) + ": "
                        + switch (random.nextInt(6)) {
                            case 0 -> one(JSON_NONSENSE);
                            case 1 -> quoted(one(NONSENSE));
                            default -> quoted(one(right(question)));
                        })
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static List<String> right(Question question) {
        return switch (question.type()) {
            case TEXT, LONG_TEXT -> List.of("沙发 2", "文字", "13812345678");
            case FLAG -> List.of("true", "false");
            case CHOICE ->
                question.options().stream().map(Question.Option::value).toList();
            case NUMBER -> List.of("1", "5");
            case MOMENT -> Nonsense.MOMENTS;
            case DATE -> List.of("2026-12-07", "2027-02-05");
            case STAFF -> List.of("plumber1", "desk2");
            case POST -> List.of("front-desk-east", "plumbing-east");
        };
    }

    private String object(Target target, JsonNode schema, int depth) {
        JsonNode known = resolved(schema);
        List<String> pairs = new ArrayList<>();
        known.path("properties").fields().forEachRemaining(field -> {
            if (random.nextInt(6) > 0) {
                boolean nested = !resolved(field.getValue()).path("properties").isMissingNode() && depth < 3;
                String value = nested && random.nextInt(4) > 0
                        ? object(target, field.getValue(), depth + 1)
                        : random.nextInt(4) == 0
                                ? one(JSON_NONSENSE)
                                : field.getKey().equals("details")
                                        ? details(one(kinds.all()))
                                        : likely(target, field.getKey(), field.getValue());
                pairs.add(quoted(field.getKey()) + ":" + value);
                if (random.nextInt(12) == 0) {
                    pairs.add(quoted(field.getKey()) + ":" + quoted(one(NONSENSE)));
                }
            }
        });
        return "{" + String.join(",", pairs) + "}";
    }

    private String likely(Target target, String field, JsonNode schema) {
        JsonNode choices = resolved(schema).path("enum");
        return choices.size() > 0 && random.nextInt(3) > 0
                ? choices.get(random.nextInt(choices.size())).toString()
                : quoted(value(target, field));
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
                    Map<String, List<String>> fields = new LinkedHashMap<>();
                    operation
                            .getValue()
                            .path("parameters")
                            .forEach(parameter ->
                                    fields.put(parameter.path("name").asText(), List.of()));
                    resolved(schema)
                            .path("properties")
                            .fieldNames()
                            .forEachRemaining(name -> fields.put(name, List.of()));
                    String verb = operation.getKey().toUpperCase();
                    deeds.all().stream()
                            .filter(deed ->
                                    verb.equals("POST") && path.getKey().equals("/api/tickets/{number}/" + deed.path()))
                            .forEach(deed -> fields.putAll(fields(deed)));
                    found.add(new Target(verb, path.getKey(), fields, schema));
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
                        .forEach(verb -> found.put(verb + path, new Target(verb, path, fields(path, method), null)))));
        deeds.all()
                .forEach(deed -> found.put(
                        "POST/desk/tickets/{number}/" + deed.path(),
                        new Target("POST", "/desk/tickets/{number}/" + deed.path(), fields(deed), null)));
        // No handler of ours: Spring Security signs in
        found.put("POST/login", new Target("POST", "/login", plain(Set.of("username", "password", "page")), null));
        return List.copyOf(found.values());
    }

    private static Map<String, List<String>> plain(Set<String> fields) {
        return new TreeMap<>(fields.stream().collect(Collectors.toMap(field -> field, field -> List.of())));
    }

    /** Answers to the questions of a kind stand beside the others as {@code KIND.question}, where a page asks for the kind. */
    private Map<String, List<String>> questions() {
        Map<String, List<String>> fields = new TreeMap<>();
        kinds.all().forEach(kind -> kind.questions()
                .forEach(question -> fields.put(kind.code() + "." + question.name(), right(question))));
        return fields;
    }

    /** What a deed asks, with what it offers for a ticket of some kind. */
    private Map<String, List<String>> fields(Deed deed) {
        Map<String, List<String>> fields = new TreeMap<>();
        Ticket ticket = tickets.get(numbers.get("REPAIR"));
        Caller manager = Callers.of("manager", roster, time.instant(), Role.MANAGER);
        deed.inputs().forEach(input -> {
            switch (input.type()) {
                case CHOICE ->
                    fields.put(
                            input.name(),
                            input.choices().apply(ticket, manager).stream()
                                    .map(Choice::code)
                                    .toList());
                case MOMENT -> fields.put(input.name(), Nonsense.MOMENTS);
                case DATE -> fields.put(input.name(), List.of("2026-12-07"));
                case FLAG -> fields.put(input.name(), List.of("true", "on"));
                case DETAILS -> fields.putAll(questions());
                default -> fields.put(input.name(), List.of("文字", "13812345678"));
            }
        });
        return fields;
    }

    private Map<String, List<String>> fields(String path, HandlerMethod method) {
        Set<String> fields = new TreeSet<>(Set.of("q", "after"));
        Arrays.stream(method.getMethodParameters()).forEach(parameter -> add(fields, parameter));
        Map<String, List<String>> all = plain(fields);
        if (path.startsWith("/desk/register")) {
            all.putAll(questions());
            all.put(
                    "category",
                    kinds.all().stream()
                            .flatMap(kind -> categories.ofKind(kind.code()).stream())
                            .map(Category::code)
                            .toList());
        }
        return all;
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

    /** @return what is right for the field as often as not, where anything is known to be */
    private String value(Target target, String field) {
        List<String> right = target.fields().getOrDefault(field, List.of());
        String known = existing(target.path()).get(field);
        List<String> all = known == null ? right : List.of(known);
        return all.isEmpty() || random.nextBoolean() ? one(NONSENSE) : one(all);
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
