package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.deed.DeedDesk;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Role;
import org.shouwen.testing.Api;
import org.shouwen.testing.GeneratedPart;
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
            // Without its token a form would be refused to everybody
            return verb.equals("GET")
                    ? as(asker.account).get(address)
                    : as(asker.account).form(address, Map.of());
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
}
