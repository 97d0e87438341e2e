package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwen.deed.DeedDesk;
import org.shouwen.firstresponsibility.Superiors;
import org.shouwen.problem.Refusal;
import org.shouwen.resident.LinkDesk;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.roster.Absences;
import org.shouwen.testing.GeneratedPart;
import org.shouwen.ticket.Status;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address that is no deed's ({@link DeedRightsIT}) and no step's ({@link StepRightsIT}), asked by every role of the site
 * that it is about and of another one, with everything that it needs and in every case in which rights could differ; and every
 * address of residents, with every sort of link. What they are answered is a table of {@code docs/rights.md}, word for word.
 */
class RightsIT extends EveryAddressDesk {

    private static final List<String> TURNS = List.of("open", Status.CLOSED.label(), Status.WITHDRAWN.label());

    @Autowired
    private DeedDesk deeds;

    @Autowired
    private LinkDesk links;

    @Autowired
    private Superiors superiors;

    @Autowired
    private Absences absences;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping addresses;

    /** An address as it is asked. */
    private record Address(String verb, String path, RequestMappingInfo mapping) {

        String name() {
            return verb + " " + path;
        }
    }

    /** What a resident holds, or whoever is none. */
    private enum Holder {
        RESIDENT("业主链接"),
        SECOND_PERSON("第二人的链接"),
        OTHER_TICKET("另一张工单的链接"),
        REVOKED("已作废的链接"),
        NOBODY("没有链接");

        private final String label;

        Holder(String label) {
            this.label = label;
        }
    }

    /** What everybody is answered in these cases. */
    private record Row<A>(Address address, Map<A, Answer> answers, Set<String> cases) {

        String line(int allCases) {
            return "| `%s` | %s | %s |%n"
                    .formatted(
                            address.name(),
                            cases.size() == allCases ? "" : String.join("、", cases),
                            answers.values().stream().map(answer -> answer.mark).collect(Collectors.joining(" | ")));
        }
    }

    @Test
    void everyAddressAnswersToThoseWhomTheTableNames() {
        List<Row<Asker>> rows =
                staffAddresses().flatMap(address -> walked(address).stream()).toList();
        assertSomebodyMay(rows);
        assertThat(rows)
                .filteredOn(row -> row.address.path.contains("{number}"))
                .allSatisfy(row -> Arrays.stream(Asker.values())
                        .filter(asker -> asker.name().startsWith("OTHER"))
                        .forEach(asker -> assertThat(row.answers).containsEntry(asker, Answer.NOT_THERE)));
        GeneratedPart.isInStep(DOCUMENT, "routes", table(rows, askers()));
    }

    @Test
    void everyAddressOfResidentsOpensWithItsOwnLinkOnly() {
        List<Row<Holder>> rows =
                all("/r/").flatMap(address -> walkedByLink(address).stream()).toList();
        assertSomebodyMay(rows);
        assertThat(rows).allSatisfy(row -> Stream.of(Holder.OTHER_TICKET, Holder.REVOKED, Holder.NOBODY)
                .forEach(holder -> assertThat(row.answers).containsEntry(holder, Answer.NOT_THERE)));
        String holders =
                Arrays.stream(Holder.values()).map(holder -> holder.label).collect(Collectors.joining(" | "));
        GeneratedPart.isInStep(DOCUMENT, "links", table(rows, holders));
    }

    /** Each changes what an address allows, and the same walk finds it. */
    @Test
    void aRoleASiteAndAStatusTooManyTurnItRed() {
        assertThat(planted("GET /api/supervision", new OpenToTechnicians()))
                .as("a role too many")
                .isTrue();
        assertThat(planted("POST /api/absences/{id}/approval", new WhateverWasDecided()))
                .as("a status that does not matter")
                .isTrue();
        for (String name : List.of(
                "POST /api/gate/entries",
                "POST /desk/gate/exits",
                "POST /desk/admin/sites/{site}",
                "GET /api/tickets/{number}")) {
            Address address = named(name);
            String right = table(walked(address), askers());
            whileEverySiteIsEverybodys(() -> assertThat(table(walked(address), askers()))
                    .as("a site too many at " + name)
                    .isNotEqualTo(right));
            assertThat(table(walked(address), askers())).isEqualTo(right);
        }
    }

    /** @return whether the walk finds what stands there instead */
    private boolean planted(String name, Object instead) {
        Address address = named(name);
        String right = table(walked(address), askers());
        var method = addresses.getHandlerMethods().get(address.mapping);
        Method answers = Arrays.stream(instead.getClass().getDeclaredMethods())
                .filter(found -> found.getName().equals("answer"))
                .findFirst()
                .orElseThrow();
        addresses.unregisterMapping(address.mapping);
        addresses.registerMapping(address.mapping, instead, answers);
        try {
            return !table(walked(address), askers()).equals(right);
        } finally {
            addresses.unregisterMapping(address.mapping);
            addresses.registerMapping(address.mapping, method.getBean(), method.getMethod());
        }
    }

    /** No class of its own, so that the application does not find it. */
    @RestController
    class OpenToTechnicians {

        @Allowed({Role.TECHNICIAN, Role.LEAD, Role.SUPERVISOR, Role.MANAGER, Role.ADMINISTRATOR})
        String answer() {
            return "";
        }
    }

    /** Asks who is above whom as the desk does, and forgets that a leave is decided once. */
    @RestController
    class WhateverWasDecided {

        @Allowed
        String answer(@PathVariable("id") long id, Caller caller) {
            String staff = absences.find(id).orElseThrow().staff();
            if (staff.equals(caller.code()) || !superiors.isSuperiorOf(caller.code(), staff, caller.at())) {
                throw Refusal.notAllowed("superior-required", "不行");
            }
            return "";
        }
    }

    // The addresses

    private Stream<Address> staffAddresses() {
        Set<String> walkedElsewhere = deeds.all().stream()
                .flatMap(deed -> Stream.of("/api", "/desk").map(door -> door + "/tickets/{number}/" + deed.path()))
                .map(path -> "POST " + path)
                .collect(Collectors.toSet());
        walkedElsewhere.add("POST /api/tickets/{number}/steps/{step}");
        walkedElsewhere.add("POST /desk/tickets/{number}/steps/{task}");
        return Stream.concat(all("/api/"), all("/desk")).filter(address -> !walkedElsewhere.contains(address.name()));
    }

    private Stream<Address> all(String door) {
        return addresses.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        // What is no address at all is answered to everybody alike
                        .filter(path -> path.startsWith(door) && !path.endsWith("**"))
                        .flatMap(path -> verbs(mapping).map(verb -> new Address(verb, path, mapping))))
                .sorted(Comparator.comparing(Address::path).thenComparing(Address::verb));
    }

    private static Stream<String> verbs(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Stream.of("GET", "POST") : methods.stream().map(Enum::name);
    }

    private Address named(String name) {
        return staffAddresses()
                .filter(address -> address.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    // The walk

    private List<Row<Asker>> walked(Address address) {
        return alike(address, List.of(Asker.values()), (turn, asker) -> {
            // Whoever signs in within what is undone is not signed in afterwards
            Consumer<MockHttpServletRequest> who = signedIn(address.path, asker.account);
            return undone(() -> {
                Map<String, String> given = prepared(new Ask(address.path, turn, asker.account));
                stands(given.get("number"), turn);
                return answer(sent(address.verb, address.path, given, who), "/desk");
            });
        });
    }

    private List<Row<Holder>> walkedByLink(Address address) {
        return alike(
                address,
                List.of(Holder.values()),
                (turn, holder) -> undone(() -> {
                    Map<String, String> given = new LinkedHashMap<>(prepared(new Ask(address.path, turn, null)));
                    String number = given.computeIfAbsent("number", key -> numbers.get("REPAIR"));
                    String token = token(holder, number);
                    given.put("token", token);
                    Cookie[] key = cookies(sent("GET", "/r/" + token, Map.of(), request -> {}))
                            .toArray(Cookie[]::new);
                    if (holder == Holder.REVOKED) {
                        links.revoke(number, "desk1", time.instant());
                    }
                    stands(number, turn);
                    if (!address.path.contains("{token}")) {
                        given.remove("token");
                    }
                    MockHttpServletResponse answer = sent(address.verb, address.path, given, request -> {
                        if (key.length > 0) {
                            request.setCookies(key);
                        }
                    });
                    return answer(answer, "/r/[tp]/" + number);
                }));
    }

    private String token(Holder holder, String number) {
        String link =
                switch (holder) {
                    case SECOND_PERSON -> links.of(number, "goods-consent", "asked", time.instant());
                    case OTHER_TICKET ->
                        links.issue(
                                numbers.get(number.equals(numbers.get("COMPLAINT")) ? "REPAIR" : "COMPLAINT"),
                                "desk1",
                                time.instant());
                    case NOBODY -> "/r/" + "x".repeat(32);
                    default -> links.issue(number, "desk1", time.instant());
                };
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private Answer undone(Supplier<Answer> asked) {
        return transactions.execute(attempt -> {
            attempt.setRollbackOnly();
            return asked.get();
        });
    }

    private void stands(String number, String turn) {
        Arrays.stream(Status.values())
                .filter(status -> status.label().equals(turn))
                .forEach(status -> stands(number, status));
        // A ticket is read once a transaction, and what was prepared may have read it
        List.copyOf(TransactionSynchronizationManager.getResourceMap().keySet()).stream()
                .filter(key -> key.getClass().getSimpleName().equals("ReadOnce"))
                .forEach(TransactionSynchronizationManager::unbindResource);
    }

    /** @param led where whoever did it is led to */
    private static Answer answer(MockHttpServletResponse answer, String led) {
        return switch (answer.getStatus()) {
            case 200, 201, 204 -> Answer.YES;
            case 302 ->
                URI.create(answer.getRedirectedUrl()).getPath().matches(led + ".*") ? Answer.YES : Answer.NOT_THERE;
            case 403 -> Answer.NO;
            case 404 -> Answer.NOT_THERE;
            case 409 -> Answer.NOT_NOW;
            case 422 -> Answer.NOT_SO;
            default -> throw new AssertionError(text(answer));
        };
    }

    /** @return a row for all cases in which everybody is answered alike */
    private <A> List<Row<A>> alike(Address address, List<A> people, BiFunction<String, A, Answer> asked) {
        List<String> cases = turns(address);
        Map<Map<A, Answer>, Set<String>> alike = new LinkedHashMap<>();
        for (String turn : cases) {
            Map<A, Answer> answers = new LinkedHashMap<>();
            people.forEach(person -> answers.put(person, asked.apply(turn, person)));
            alike.computeIfAbsent(answers, same -> new LinkedHashSet<>()).add(turn);
        }
        return alike.entrySet().stream()
                .map(row -> new Row<>(address, row.getKey(), row.getValue()))
                .toList();
    }

    private List<String> turns(Address address) {
        List<String> cases = cases(address.path);
        return cases.isEmpty() ? TURNS : cases;
    }

    /** Else nobody would be wrongly refused. */
    private static <A> void assertSomebodyMay(List<Row<A>> rows) {
        Map<String, List<Answer>> answers = rows.stream()
                .collect(Collectors.toMap(
                        row -> row.address.name(),
                        row -> List.copyOf(row.answers.values()),
                        (some, others) ->
                                Stream.concat(some.stream(), others.stream()).toList()));
        List<String> nobodys = new ArrayList<>();
        answers.forEach((name, all) -> {
            if (!all.contains(Answer.YES)) {
                nobodys.add(name);
            }
        });
        assertThat(nobodys).isSubsetOf("GET /r/gone");
    }

    private <A> String table(List<Row<A>> rows, String columns) {
        Function<Row<A>, String> line = row -> row.line(turns(row.address).size());
        return "| Address | Case | " + columns + " |\n|" + " --- |".repeat(columns.split("\\|").length + 2) + "\n"
                + rows.stream().map(line).collect(Collectors.joining());
    }
}
