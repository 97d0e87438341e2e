package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.deed.Deed;
import org.shouwen.deed.DeedDesk;
import org.shouwen.deed.Input;
import org.shouwen.deed.Who;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.testing.Api;
import org.shouwen.testing.Callers;
import org.shouwen.testing.GeneratedPart;
import org.shouwen.testing.TasklistSession;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every deed and address, asked by every role of the ticket's site and of another one, in every status. What they are
 * answered is {@code docs/rights.md}, word for word: whoever changes a right changes that page, too. Steps: {@link StepRightsIT}.
 */
@Tag("scenario")
class RightsIT extends RightsDesk {

    @Autowired
    private DeedDesk deeds;

    @Autowired
    private Tickets tickets;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping addresses;

    private final List<String> opened = new ArrayList<>();

    /** @return number of an open repair that was taken in by one of the other site, and is handled by another of them */
    private String ticket() {
        Api.Answer answer = token(Asker.FIRST_RESPONDER.account).post("/api/tickets", leak("谁可以做什么"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        runJobs();
        String number = answer.text("number");
        jdbc.update("UPDATE ticket SET handler = ? WHERE number = ?", Asker.HANDLER.account, number);
        opened.add(number);
        return number;
    }

    private void stands(String number, Status status) {
        jdbc.update(
                "UPDATE ticket SET status = ?, is_open = ? WHERE number = ?", status.name(), !status.isFinal(), number);
    }

    /** Other tests travel on in time, and nobody is to be late with these. */
    @AfterEach
    void leaveNothingOpen() {
        opened.forEach(number -> assertThat(token("manager")
                        .post("/api/tickets/" + number + "/withdrawal", "{}")
                        .status())
                .isEqualTo(200));
        runJobs();
    }

    @Test
    void everyDeedIsDoneByWhomTheTableNames() {
        String number = ticket();
        assertThat(deeds.all()).isNotEmpty();
        GeneratedPart.isInStep(DOCUMENT, "deeds", table(deed -> asked(number, deed)));
        // The declaration says the same without a request
        assertThat(table(deed -> declared(number, deed))).isEqualTo(table(deed -> asked(number, deed)));
    }

    @Test
    void aRightThatIsWiderOrNarrowerThanThePageSaysTurnsItRed() {
        String number = ticket();
        String rights = table(deed -> declared(number, deed));
        Deed withdrawal = named("withdrawal");
        Who widened = Who.of(Role.TECHNICIAN, withdrawal.who().roles().toArray(Role[]::new));
        assertThat(table(deed -> deed == withdrawal
                        ? declared(number, copy(deed, widened, deed.when()))
                        : declared(number, deed)))
                .as("a role too many")
                .isNotEqualTo(rights);
        assertThat(table(deed -> declared(number, deed, Set.of("east"))))
                .as("a site that does not matter")
                .isNotEqualTo(rights);
        assertThat(row(copy(withdrawal, withdrawal.who(), EnumSet.allOf(Status.class)), Map.of()))
                .as("a status too many")
                .isNotEqualTo(row(withdrawal, Map.of()));
    }

    /** What is not offered in a status is refused there, by whoever, with everything filled in. */
    @Test
    void aDeedThatIsNotOfferedInAStatusIsRefusedThere() {
        List<String> done = new ArrayList<>();
        String number = ticket();
        for (Deed deed : deeds.all()) {
            for (Status status : EnumSet.complementOf(EnumSet.copyOf(deed.when()))) {
                stands(number, status);
                Api.Answer answer = token("manager").post(address(number, deed), filledIn(deed, number));
                if (answer.status() < 400 || answer.status() >= 500) {
                    done.add(deed.path() + " in " + status + ": " + answer.status() + " " + answer.text());
                }
            }
        }
        stands(number, Status.RECEIVED);
        assertThat(done).isEmpty();
    }

    @Test
    void everyAddressAnswersToTheRolesThatItNames() {
        String number = ticket();
        Map<String, String> rows = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        addresses.getHandlerMethods().forEach((address, method) -> paths(address)
                .filter(path -> path.startsWith("/api/") || path.startsWith("/desk") || path.startsWith("/r/"))
                .filter(path -> deeds.all().stream().noneMatch(deed -> path.endsWith("{number}/" + deed.path())))
                .forEach(path -> verbs(address).forEach(verb -> {
                    Set<Role> roles = path.startsWith("/r/") ? Set.of() : roles(method);
                    rows.put(path + " " + verb, route(verb, path, roles));
                    if (!path.startsWith("/r/") && !path.equals("/api/**")) {
                        wrong.addAll(wronglyAnswered(verb, path, number, roles));
                    }
                })));
        assertThat(wrong).isEmpty();
        GeneratedPart.isInStep(
                DOCUMENT, "routes", "| Address | Who |\n| --- | --- |\n" + String.join("\n", rows.values()) + "\n");
    }

    /** Of what changes something only those are asked who must be refused: the others would do it. */
    private List<String> wronglyAnswered(String verb, String path, String number, Set<Role> roles) {
        List<String> wrong = new ArrayList<>();
        String asked = path.replace("{number}", number).replaceAll("\\{\\w+}", "0");
        boolean reads = verb.equals("GET");
        for (Asker asker : Asker.values()) {
            boolean hidden = path.contains("{number}") && asker.name().startsWith("OTHER");
            boolean allowed = roles.isEmpty() || roles.contains(asker.role);
            if (reads || !allowed || hidden) {
                int status = asked(asker, verb, asked).status();
                boolean fits = !allowed ? status == 403 : hidden ? status == 404 : status != 403 && status < 500;
                if (!fits) {
                    wrong.add(asker.label + " at " + verb + " " + asked + ": " + status);
                }
            }
        }
        return wrong;
    }

    private Api.Answer asked(Asker asker, String verb, String address) {
        if (!address.startsWith("/api/")) {
            return as(asker.account).call(verb, address, null);
        }
        Api api = token(asker.account);
        return verb.equals("GET") ? api.get(address) : api.post(address, "{}");
    }

    private static String route(String verb, String path, Set<Role> roles) {
        String whom = path.startsWith("/r/")
                ? "whoever has the link"
                : roles.isEmpty()
                        ? path.contains("{number}") ? "whoever sees the ticket" : "all staff"
                        : roles.stream().sorted().map(Role::label).collect(Collectors.joining("、"));
        return "| `%s %s` | %s |".formatted(verb, path, whom);
    }

    private static Stream<String> paths(RequestMappingInfo address) {
        return address.getPatternValues().stream();
    }

    private static Stream<String> verbs(RequestMappingInfo address) {
        Set<RequestMethod> methods = address.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Stream.of("any") : methods.stream().map(Enum::name);
    }

    private static Set<Role> roles(HandlerMethod method) {
        Method called = method.getMethod();
        Allowed own = AnnotatedElementUtils.findMergedAnnotation(called, Allowed.class);
        Allowed allowed =
                own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Allowed.class);
        assertThat(allowed).as(method + " says whom it answers to").isNotNull();
        return Set.of(allowed.value());
    }

    // The table of deeds

    private String table(java.util.function.Function<Deed, Map<Asker, Answer>> answers) {
        return "| Deed | " + askers() + " | Status |\n|" + " --- |".repeat(Asker.values().length + 2) + "\n"
                + deeds.all().stream()
                        .map(deed -> row(deed, answers.apply(deed)) + "\n")
                        .sorted()
                        .collect(Collectors.joining());
    }

    private static String row(Deed deed, Map<Asker, Answer> answers) {
        String statuses = deed.when().size() == Status.values().length
                ? "any"
                : deed.when().stream().map(Status::label).collect(Collectors.joining("、"));
        return "| `%s` %s | %s | %s |".formatted(deed.path(), deed.label(), marks(answers), statuses);
    }

    private Map<Asker, Answer> asked(String number, Deed deed) {
        Map<Asker, Answer> answers = new LinkedHashMap<>();
        for (Asker asker : Asker.values()) {
            answers.put(asker, answer(token(asker.account).post(address(number, deed), NONSENSE)));
        }
        return answers;
    }

    private Map<Asker, Answer> declared(String number, Deed deed) {
        return declared(number, deed, null);
    }

    /** @param sites whose everybody is taken to be; null: as the roster says */
    private Map<Asker, Answer> declared(String number, Deed deed, Set<String> sites) {
        Ticket ticket = tickets.get(number);
        Map<Asker, Answer> answers = new LinkedHashMap<>();
        for (Asker asker : Asker.values()) {
            Caller caller = sites == null
                    ? Callers.of(asker.account, roster, time.instant(), asker.role)
                    : Callers.at(sites, time.instant(), asker.account, asker.role);
            boolean sees =
                    sites != null || !tickets.visible(List.of(number), caller).isEmpty();
            answers.put(asker, !sees ? Answer.NOT_THERE : deed.who().may(ticket, caller) ? Answer.YES : Answer.NO);
        }
        return answers;
    }

    private Deed named(String path) {
        return deeds.all().stream()
                .filter(deed -> deed.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static Deed copy(Deed deed, Who who, Set<Status> when) {
        return Deed.of(deed.path(), deed.label(), deed.summary(), who)
                .when(when)
                .does(deed.act());
    }

    private static String address(String number, Deed deed) {
        return "/api/tickets/" + number + "/" + deed.path().replaceAll("\\{\\w+}", "0");
    }

    private String filledIn(Deed deed, String number) {
        Ticket ticket = tickets.get(number);
        return deed.inputs().stream()
                .filter(Input::required)
                .map(input -> TasklistSession.quoted(input.name()) + ": " + value(input, ticket))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String value(Input input, Ticket ticket) {
        return switch (input.type()) {
            case FLAG -> "false";
            case MOMENT -> "\"2026-11-25T10:00\"";
            case DATE -> "\"2026-11-25\"";
            case CHOICE ->
                input.choices().apply(ticket, Callers.of("manager", roster, time.instant(), Role.MANAGER)).stream()
                        .findFirst()
                        .map(choice -> TasklistSession.quoted(choice.code()))
                        .orElse("\"x\"");
            case DETAILS -> "{}";
            default -> input.name().equals("phone") ? "\"13812345678\"" : "\"测试\"";
        };
    }
}
