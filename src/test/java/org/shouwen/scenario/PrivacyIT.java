package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.rights.Allowed;
import org.shouwen.testing.GeneratedPart;
import org.shouwen.testing.Scan;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address of staff that is read, every paper, the inbox and what Tasklist's forms say, asked by every role, by the handler
 * and the first responder, and by people of another site, while tickets are open, when they are closed, and when their people
 * moved out or the matter ended a year ago: whose name, phone and e-mail stands there in full is a table of
 * {@code docs/privacy.md}, word for word.
 */
class PrivacyIT extends EveryAddressDesk {

    private static final Path TABLE = Path.of("docs/privacy.md");

    private static final List<Asker> ASKERS = Arrays.stream(Asker.values())
            .filter(asker -> !asker.name().startsWith("OTHER")
                    || asker == Asker.OTHER_FRONT_DESK
                    || asker == Asker.OTHER_MANAGER)
            .toList();

    private static final String HOME = "1-1-103";

    /** Somebody whom nobody else is called like; e-mail null: none is known. */
    private enum Person {
        REPORTER("报事人", "欧阳探微", "13987654321", "tanwei@privacy.example"),
        CONTRACTOR("施工负责人", "慕容开工", "13787654322", null),
        WORKER("出入证持证人", "诸葛走线", "13687654323", null),
        OWNER("放行前要问的业主", "司徒放行", "13587654324", null);

        private final String label;
        private final String name;
        private final String phone;
        private final String email;

        Person(String label, String name, String phone, String email) {
            this.label = label;
            this.name = name;
            this.phone = phone;
            this.email = email;
        }

        /** @return what of him stands in full in a text, as the table says it */
        Set<String> in(String text) {
            Set<String> found = new LinkedHashSet<>();
            if (text.contains(name)) {
                found.add("姓名");
            }
            if (text.contains(phone)) {
                found.add("电话");
            }
            if (email != null && text.contains(email)) {
                found.add("邮箱");
            }
            return found;
        }

        String said(Set<String> found) {
            return found.isEmpty() ? "—" : found.size() == (email == null ? 2 : 3) ? "全部" : String.join("、", found);
        }
    }

    private enum State {
        OPEN("办理中"),
        CLOSED("已办结"),
        FORGOTTEN("迁出或办结满一年");

        private final String label;

        State(String label) {
            this.label = label;
        }
    }

    private enum Place {
        TICKET("工单的页面和接口"),
        PAPER("工单的纸"),
        LIST("列表和其他页面、接口"),
        CALLS("我的回访"),
        INBOX("收件箱"),
        REGISTER("受理登记"),
        GATE("门岗"),
        TASK("任务列表的表单");

        private final String label;

        Place(String label) {
            this.label = label;
        }

        static Place of(String path) {
            return path.endsWith("/paper") || path.contains("/letters/")
                    ? PAPER
                    : path.contains("{number}") && !path.contains("incidents")
                            ? TICKET
                            : path.equals("/desk/inbox")
                                    ? INBOX
                                    : path.equals("/desk/register") ? REGISTER : path.contains("/gate") ? GATE : LIST;
        }
    }

    /** What is found of a person at a place by somebody. */
    private record Spot(Person person, Place place, Asker asker) {}

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping addresses;

    private final Map<Spot, Set<String>> seen = new HashMap<>();

    private String pass;

    /** Tickets with people of their own, on whom everything hangs that could name them. */
    @BeforeEach
    void people() {
        Person told = Person.REPORTER;
        register("TOLD", """
                {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "%s",
                 "reporter": {"name": "%s", "phone": "%s"}, "description": "龙头滴水，打%s找%s"}
                """.formatted(HOME, told.name, told.phone, told.phone, told.name));
        String number = numbers.get("TOLD");
        jdbc.update(
                "UPDATE ticket SET reporter_email = ?, handler = ? WHERE number = ?",
                told.email,
                Asker.HANDLER.account,
                number);
        resident(HOME, 7, told);
        note(number, "报事人%s来电，号码%s，邮箱%s".formatted(told.name, told.phone, told.email));
        jdbc.update(
                "UPDATE resident SET name = ?, phone = ? WHERE home = '4-1-101' AND number = 1",
                Person.OWNER.name,
                Person.OWNER.phone);
        String renovation = numbers.get("RENOVATION");
        jdbc.update(
                "UPDATE renovation SET firm = '泉城装饰', qualification = '甲级', contractor_person = ?, contractor_phone = ?, stage = 'REGISTERED'"
                        + " WHERE ticket = ?",
                Person.CONTRACTOR.name,
                Person.CONTRACTOR.phone,
                renovation);
        jdbc.update("UPDATE renovation_certificate SET ends_on = DATE '2026-12-31' WHERE ticket = ?", renovation);
        jdbc.update(
                "UPDATE ticket SET handler = ? WHERE number IN (?, ?)",
                Asker.HANDLER.account,
                renovation,
                numbers.get("CONSENT"));
        MockHttpServletResponse issued = sent(
                "POST",
                "/api/tickets/" + renovation + "/passes",
                Map.of("name", Person.WORKER.name, "trade", "水电工", "phone", Person.WORKER.phone),
                signedIn("/api/", "desk1"));
        assertThat(issued.getStatus()).as(text(issued)).isEqualTo(201);
        pass = jdbc.queryForObject("SELECT max(number) FROM worker_pass WHERE ticket = ?", String.class, renovation);
        // An inbox is read page by page, and what other tests left there would stand before these
        jdbc.update("DELETE FROM notice WHERE channel = 'IN_APP'");
        for (Asker asker : ASKERS) {
            jdbc.update(
                    "INSERT INTO notice (ticket, template, channel, addressee, subject, body, dedupe_key, status, attempts,"
                            + " created_at) VALUES (?, 't', 'IN_APP', ?, '派给您', ?, ?, 'SENT', 0, ?)",
                    number,
                    asker.account,
                    "报事人：%s，电话 %s，邮箱 %s".formatted(told.name, told.phone, told.email),
                    "privacy-" + asker,
                    Timestamp.from(time.instant().minus(Duration.ofDays(2))));
        }
        follows(numbers.get("COMPLAINT"), number);
        jdbc.update("UPDATE return_visit SET ticket = ? WHERE ticket = ?", number, numbers.get("REPAIR"));
        runJobs();
    }

    private void resident(String home, int place, Person person) {
        jdbc.update(
                "INSERT INTO resident (home, number, name, phone, phone_tail, email) VALUES (?, ?, ?, ?, ?, ?)",
                home,
                place,
                person.name,
                person.phone,
                person.phone.substring(7),
                person.email);
    }

    private void note(String number, String text) {
        MockHttpServletResponse noted = sent(
                "POST",
                "/api/tickets/" + number + "/notes",
                Map.of("text", text),
                signedIn("/api/", Asker.FIRST_RESPONDER.account));
        assertThat(noted.getStatus()).as(text(noted)).isLessThan(300);
    }

    @AfterEach
    void leaveNobody() {
        jdbc.update("DELETE FROM resident WHERE home = ? AND number = 7", HOME);
        jdbc.update("UPDATE resident SET name = '业主', phone = '13800000002' WHERE phone = ?", Person.OWNER.phone);
        jdbc.update("DELETE FROM notice WHERE dedupe_key LIKE 'privacy-%'");
        jdbc.update("DELETE FROM incident_follower WHERE ticket = ?", numbers.get("COMPLAINT"));
        jdbc.update("DELETE FROM return_visit WHERE ticket = ?", numbers.get("TOLD"));
        jdbc.update("DELETE FROM access_log");
    }

    @Test
    void whoReadsWhomIsWhatTheTableSays() {
        Map<String, Map<String, List<String>>> rows = new LinkedHashMap<>();
        for (State state : State.values()) {
            stand(state);
            walk(paths());
            for (Person person : Person.values()) {
                for (Place place : Place.values()) {
                    String cells = ASKERS.stream()
                            .map(asker -> person.said(seen.getOrDefault(new Spot(person, place, asker), Set.of())))
                            .collect(Collectors.joining(" | "));
                    rows.computeIfAbsent(person.label + " | " + place.label, row -> new LinkedHashMap<>())
                            .computeIfAbsent(cells, alike -> new ArrayList<>())
                            .add(state.label);
                }
            }
        }
        String table = "| 谁的 | 在哪里 | 什么时候 | "
                + ASKERS.stream().map(asker -> asker.label).collect(Collectors.joining(" | ")) + " |\n|"
                + " --- |".repeat(ASKERS.size() + 3) + "\n"
                + rows.entrySet().stream()
                        .flatMap(row -> row.getValue().entrySet().stream()
                                .filter(cells -> !cells.getKey().matches("[—| ]*"))
                                .map(cells -> "| %s | %s | %s |%n"
                                        .formatted(row.getKey(), String.join("、", cells.getValue()), cells.getKey())))
                        .collect(Collectors.joining());
        GeneratedPart.isInStep(TABLE, "walked", table);
    }

    @Test
    void whoMayNotReadWhatWasReportedDoesNotWriteOverIt() {
        assertThat(read(Asker.FRONT_DESK, "/desk/tickets/" + numbers.get("TOLD")))
                .doesNotContain("13987654321");
        MockHttpServletResponse told = sent(
                "POST",
                "/desk/tickets/" + numbers.get("TOLD") + "/particulars",
                Map.of("name", "欧阳探微", "email", "new@privacy.example", "description", ""),
                signedIn("/desk", Asker.FRONT_DESK.account));
        assertThat(told.getStatus()).isEqualTo(302);
        assertThat(jdbc.queryForObject(
                        "SELECT description FROM ticket WHERE number = ?", String.class, numbers.get("TOLD")))
                .contains("13987654321");
    }

    /** Proposals of rules, for example: nobody's ticket has to be read for them. */
    @Test
    void anInboxWithNothingAboutTicketsIsRead() {
        jdbc.update("DELETE FROM notice WHERE channel = 'IN_APP'");
        jdbc.update(
                "INSERT INTO notice (template, channel, addressee, subject, body, dedupe_key, status, attempts, created_at)"
                        + " VALUES ('t', 'IN_APP', ?, '规则待批准', '请批准时限表的修改', 'privacy-rule', 'SENT', 0, ?)",
                Asker.MANAGER.account,
                Timestamp.from(time.instant()));
        assertThat(read(Asker.MANAGER, "/desk/inbox")).contains("请批准时限表的修改");
    }

    /** An address that says more than it should is found by the same walk. */
    @Test
    void aPlantedLeakIsFound() {
        stand(State.CLOSED);
        RequestMappingInfo leak = RequestMappingInfo.paths("/api/tickets/{number}/leak")
                .methods(RequestMethod.GET)
                .options(addresses.getBuilderConfiguration())
                .build();
        addresses.registerMapping(leak, new Leak(), Leak.class.getDeclaredMethods()[0]);
        try {
            walk(paths().filter(path -> path.contains("leak")));
        } finally {
            addresses.unregisterMapping(leak);
        }
        assertThat(seen.get(new Spot(Person.REPORTER, Place.TICKET, Asker.TECHNICIAN)))
                .containsExactly("电话");
    }

    /** No class of its own, so that the application does not find it. */
    @RestController
    @Allowed
    static class Leak {

        String answer() {
            return Person.REPORTER.phone;
        }
    }

    // The walk

    private Stream<String> paths() {
        return addresses.getHandlerMethods().keySet().stream()
                .filter(address -> address.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(address -> address.getPatternValues().stream())
                .filter(path -> (path.startsWith("/api/") || path.startsWith("/desk")) && !path.endsWith("**"))
                .distinct()
                .sorted(Comparator.naturalOrder());
    }

    private void stand(State state) {
        boolean closed = state != State.OPEN;
        List.of("TOLD", "RENOVATION", "CONSENT")
                .forEach(key -> jdbc.update(
                        "UPDATE ticket SET status = ?, is_open = ? WHERE number = ?",
                        closed ? "CLOSED" : "IN_PROGRESS",
                        !closed,
                        numbers.get(key)));
        if (state == State.FORGOTTEN) {
            jdbc.update("UPDATE resident SET moved_out = DATE '2025-11-23' WHERE home = ? AND number = 7", HOME);
            Timestamp longAgo = Timestamp.from(time.instant().minus(Duration.ofDays(365)));
            List.of("TOLD", "RENOVATION", "CONSENT")
                    .forEach(key ->
                            jdbc.update("UPDATE ticket SET opened_at = ? WHERE number = ?", longAgo, numbers.get(key)));
        }
    }

    private void walk(Stream<String> paths) {
        seen.clear();
        List<String> all = paths.toList();
        for (Asker asker : ASKERS) {
            for (String path : all) {
                if (path.contains("{number}")) {
                    Stream.of("TOLD", "RENOVATION", "CONSENT")
                            .map(numbers::get)
                            .flatMap(number -> ofTicket(path, number))
                            .forEach(given -> look(asker, path, given));
                } else {
                    look(asker, path, asked(path));
                }
            }
            if (all.contains("/desk/visits")) {
                look(asker, "/desk/visits", Map.of("tab", "mine"), Place.CALLS);
            }
            if (all.size() > 1) {
                forms(asker);
            }
        }
    }

    /** Each of the papers; elsewhere the number alone. */
    private Stream<Map<String, String>> ofTicket(String path, String number) {
        Map<String, String> given = new TreeMap<>(Map.of("number", number, "which", pass, "papers", "passes"));
        return !path.contains("{paper}")
                ? Stream.of(given)
                : Stream.of("work-order", "notice", "certificate", "slip").map(paper -> {
                    Map<String, String> one = new TreeMap<>(given);
                    one.put("paper", paper);
                    return one;
                });
    }

    /** What lists take: most of it means something to some of them, and nothing to the others. */
    private Map<String, String> asked(String path) {
        Map<String, String> given = new TreeMap<>(Map.of(
                "site",
                "east",
                "month",
                "2026-11",
                "tab",
                "all",
                "mine",
                "false",
                "size",
                "100",
                "home",
                HOME,
                "location",
                HOME,
                "code",
                pass,
                "ticket",
                numbers.get("TOLD")));
        if (path.contains("{")) {
            given.putAll(Map.of(
                    "table",
                    "timeLimits",
                    "form",
                    "reportWork",
                    "stem",
                    "quote.to-resident",
                    "process",
                    "repair",
                    "version",
                    "1"));
        }
        return given;
    }

    private void look(Asker asker, String path, Map<String, String> given) {
        look(asker, path, given, Place.of(path));
    }

    private void look(Asker asker, String path, Map<String, String> given, Place place) {
        MockHttpServletResponse answer = sent("GET", path, new HashMap<>(given), signedIn(path, asker.account));
        found(asker, place, Scan.text(answer.getContentAsByteArray()));
    }

    private void forms(Asker asker) {
        Stream.of("TOLD", "RENOVATION", "CONSENT")
                .map(numbers::get)
                .flatMap(number -> tasks.createTaskQuery().processInstanceBusinessKey(number).list().stream())
                .flatMap(task -> Stream.of("/task/" + task.getId(), "/task/" + task.getId() + "/form-variables"))
                .forEach(path ->
                        found(asker, Place.TASK, as(asker.account).engine(path).text()));
    }

    private void found(Asker asker, Place place, String text) {
        for (Person person : Person.values()) {
            Set<String> full = person.in(text);
            if (!full.isEmpty()) {
                Spot spot = new Spot(person, place, asker);
                seen.computeIfAbsent(spot, first -> new java.util.TreeSet<>(Comparator.comparing("姓名电话邮箱"::indexOf)))
                        .addAll(full);
            }
        }
    }

    private String read(Asker asker, String path) {
        int at = path.indexOf('?');
        Map<String, String> given = new HashMap<>();
        if (at > 0) {
            Arrays.stream(path.substring(at + 1).split("&"))
                    .map(pair -> pair.split("="))
                    .forEach(pair -> given.put(pair[0], pair[1]));
        }
        String address = at > 0 ? path.substring(0, at) : path;
        return text(sent("GET", address, given, signedIn(address, asker.account)));
    }
}
