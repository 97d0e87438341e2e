package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.repair.RepairDesk;
import org.shouwen.returnvisit.Visits;
import org.shouwen.rights.Role;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.testing.Api;
import org.shouwen.testing.TasklistSession;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.PauseReason;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.ticket.TicketLinks;
import org.shouwen.timelimit.SupervisionDesk;
import org.shouwen.timelimit.TimeLimitDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whom a ticket is about (回避) finds it nowhere: on no address of ours, and on none of Tasklist's and Cockpit's. */
@Tag("scenario")
class RecusalIT extends GuardedDesk {

    private static final String WORDS = "态度恶劣的是";

    private static final Set<String> COMMON = Set.of(
            "/api/tickets/{number}",
            "/api/tickets/{number}/timeline",
            "/api/tickets/{number}/links",
            "/api/tickets/{number}/facts",
            "/api/tickets/{number}/steps",
            "/api/tickets/{number}/visits",
            "/desk/tickets/{number}");

    @Autowired
    private TicketDesk desk;

    @Autowired
    private Roster roster;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TicketLinks links;

    @Autowired
    private TimeLimitDesk limits;

    @Autowired
    private SupervisionDesk supervision;

    @Autowired
    private Visits visits;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping addresses;

    private final List<String> opened = new ArrayList<>();

    /** Chen and Duan may do everything here that a role lets one do; only Chen is complained of. */
    @BeforeEach
    void twoWhoMayEverything() {
        for (String code : List.of("chen", "duan")) {
            if (!accounts.exists(code)) {
                roster.hire(new Staff(code, code, null, null));
                accounts.create(code, "shouwen-demo", EnumSet.allOf(Role.class));
            }
        }
    }

    @AfterEach
    void leaveNothingBehind() {
        jdbc.update("DELETE FROM notice WHERE template = 'recusal-test'");
        jdbc.update("UPDATE act_ru_job SET retries_ = 1 WHERE retries_ = 0");
        opened.forEach(number -> token("manager").post("/api/tickets/" + number + "/withdrawal", "{}"));
        runJobs();
        // What was about Chen stays about him; the people of other tests are kept out of nothing
        jdbc.update("UPDATE ticket SET recused = NULL WHERE recused <> 'chen'");
    }

    private String about(String staff) {
        Intake intake = new Intake(
                RepairDesk.KIND,
                "HOME_PLUMBING",
                "1-1-101",
                null,
                new Reporter("张三", "13812345678", null),
                Channel.PHONE,
                WORDS + staff,
                Danger.NONE,
                Scope.PERSONAL,
                false,
                null);
        String number = desk.open(intake.without(staff), "desk1", now()).number();
        opened.add(number);
        return number;
    }

    private Instant now() {
        return time.instant();
    }

    // Our own addresses

    @Test
    void noAddressOfOursShowsItToHim() {
        Set<String> numbers = everywhere("chen");
        String plain = open("漏水");
        opened.add(plain);
        numbers.forEach(number ->
                links.add(new TicketLinks.Link(plain, number, TicketLinks.Relation.REPEATS, now(), "system")));

        List<String> paths = lists(numbers, plain);
        assertThat(paths).hasSizeGreaterThan(25);
        for (String path : paths) {
            Api.Answer answer = read("chen", path);
            assertThat(answer.status()).as(path).isNotEqualTo(500);
            assertThat(shown(numbers, answer)).as(path).isEmpty();
            assertThat(answer.text()).as(path).doesNotContain(WORDS + "chen");
        }
        // The same addresses do show it to others
        Map<String, Set<String>> others = paths.stream()
                .collect(Collectors.toMap(Function.identity(), path -> shown(numbers, read("duan", path))));
        assertThat(others.get("/api/tickets?size=100")).isEqualTo(numbers);
        assertThat(others.get("/desk?tab=all")).isEqualTo(numbers);
        assertThat(others.get("/api/supervision")).isNotEmpty();
        assertThat(others.get("/desk/supervision")).isNotEmpty();
        assertThat(others.get("/api/visits")).isNotEmpty();
        assertThat(others.get("/desk/visits?tab=all")).isNotEmpty();
        assertThat(others.get("/desk/admin")).isNotEmpty();
        assertThat(others.get("/desk/register?location=1-1-101")).isNotEmpty();
        assertThat(others.get("/api/tickets/" + plain + "/links")).isEqualTo(numbers);
        assertThat(shown(numbers, token("lead").get("/api/responsibility/transfers?month=2026-11")))
                .isNotEmpty();
        assertThat(token("duan").get("/api/handovers").text()).contains("另有须回避的工单");
    }

    @Test
    void everyAddressOfTheTicketAnswersAsIfThereWereNone() {
        String number = about("chen");
        runJobs();
        List<Map.Entry<HttpMethod, String>> all = addresses.getHandlerMethods().keySet().stream()
                .flatMap(RecusalIT::requests)
                .filter(request -> request.getValue().contains("{number}"))
                // The resident's own door: a login opens nothing there
                .filter(request -> !request.getValue().startsWith("/r/"))
                .toList();
        assertThat(all).hasSizeGreaterThan(20);
        for (var request : all) {
            String there = filled(request.getValue(), number);
            String nowhere = filled(request.getValue(), "BX-26-999999");
            if (request.getKey() != HttpMethod.GET && there.startsWith("/desk/")) {
                // Without the page there is no form, and without the form no CSRF token
                continue;
            }
            Api.Answer answer = send("chen", request.getKey(), there);
            assertThat(answer.status()).as(request + "").isEqualTo(404);
            if (request.getKey() == HttpMethod.GET) {
                assertThat(answer.text().replace(number, "BX-26-999999"))
                        .as(request + "")
                        .isEqualTo(send("chen", request.getKey(), nowhere).text());
                // What every kind of ticket has is there for others
                assertThat(!COMMON.contains(request.getValue())
                                || send("duan", request.getKey(), there).status() == 200)
                        .as(request + "")
                        .isTrue();
            }
        }
        assertThat(desk.kind(RepairDesk.KIND)).isNotNull();
        assertThat(token("duan").get("/api/tickets/" + number).text("status")).isEqualTo("RECEIVED");
    }

    /** @return numbers of tickets about that person, one for each list of ours */
    private Set<String> everywhere(String staff) {
        String late = about(staff);
        String paused = about(staff);
        String returned = about(staff);
        runJobs();
        step("desk1", returned, "dispatch", "{\"handler\": \"plumber1\"}");
        step("plumber1", returned, "accept", "{\"decision\": \"RETURN\", \"reason\": \"在抢修\"}");
        limits.pause(paused, PauseReason.PARTS, "阀芯", now().plusSeconds(86_400), "desk1", now());
        String visited = visited(staff);
        String failed = about(staff);
        String job = engineJobs
                .createJobQuery()
                .processInstanceId(flow(failed).getId())
                .singleResult()
                .getId();
        engineJobs.setJobRetries(job, 0);
        jdbc.update("""
                INSERT INTO notice (ticket, template, channel, addressee, subject, body, dedupe_key, status, attempts,
                    created_at)
                VALUES (?, 'recusal-test', 'EMAIL', 'RESIDENT', '没有送到', '', 'recusal-test', 'DEAD', 9, ?)
                """, late, java.sql.Timestamp.from(now()));
        time.travelTo("2026-11-27T09:00");
        supervision.escalate(late, ClockKind.RESPOND, 0, now());
        token("desk1").post("/api/handovers", """
                {"post": "front-desk-east", "incoming": "desk2", "shiftEnd": "2026-11-27T09:07"}
                """);
        return Set.of(late, paused, returned, visited, failed);
    }

    /** @return number of a repaired ticket whose resident is still to be asked; the sample does not draw everybody */
    private String visited(String staff) {
        for (int attempt = 0; attempt < 60; attempt++) {
            String number = about(staff);
            runJobs();
            step("plumber2", number, "dispatch", "{\"handler\": \"MYSELF\"}");
            step("plumber2", number, "inspectOnSite", "{\"findings\": \"阀芯磨损\"}");
            step("plumber2", number, "reportWork", """
                    {"cause": "磨损", "work": "更换", "materialSource": "NONE"}
                    """);
            step("desk1", number, "acceptWork", "{\"result\": \"ACCEPTED\"}");
            if (visits.ofTicket(number).stream().anyMatch(visit -> visit.open())) {
                return number;
            }
        }
        throw new IllegalStateException("nobody is drawn");
    }

    private ProcessInstance flow(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number, "repair")
                .singleResult();
    }

    /** @return every address that is read and names no ticket of its own, and those that are asked for these tickets */
    private List<String> lists(Set<String> numbers, String plain) {
        Stream<String> all = addresses.getHandlerMethods().keySet().stream()
                .flatMap(RecusalIT::requests)
                .filter(request -> request.getKey() == HttpMethod.GET)
                .map(Map.Entry::getValue)
                .filter(path -> path.startsWith("/api") || path.startsWith("/desk"))
                .map(path -> filled(path, plain));
        Stream<String> asked = Stream.of(
                "/api/tickets?size=100",
                "/api/tickets?size=100&status=VISIT_DUE",
                "/api/tickets?overdue=true",
                "/api/tickets?q=1-1-101&size=100",
                "/api/tickets?q=13812345678&size=100",
                "/api/visits?mine=true",
                "/api/responsibility/transfers?month=2026-11",
                "/desk?tab=all",
                "/desk?tab=open",
                "/desk?tab=mine",
                "/desk?tab=dispatch",
                "/desk?tab=overdue",
                "/desk?q=1-1-101",
                "/desk/register?location=1-1-101",
                "/desk/visits?tab=all",
                "/desk/roster/transfers?month=2026-11");
        Stream<String> searched = numbers.stream()
                .flatMap(number -> Stream.of("/api/tickets?q=" + number, "/desk?tab=all&after=" + number));
        return Stream.of(all, asked, searched)
                .flatMap(paths -> paths)
                .distinct()
                .toList();
    }

    private static Stream<Map.Entry<HttpMethod, String>> requests(RequestMappingInfo address) {
        Set<RequestMethod> methods = address.getMethodsCondition().getMethods();
        return address.getPatternValues().stream()
                .flatMap(path -> methods.stream().map(method -> Map.entry(method.asHttpMethod(), path)));
    }

    private static String filled(String path, String number) {
        return path.replace("{number}", number)
                .replace("{step}", "dispatch")
                .replace("{id}", "1")
                .replaceAll("\\{\\w+}", "staff")
                .replace("/**", "");
    }

    private Api.Answer read(String person, String path) {
        return send(person, HttpMethod.GET, path);
    }

    private Api.Answer send(String person, HttpMethod method, String path) {
        if (!path.startsWith("/api")) {
            return as(person).call(method.name(), path, null);
        }
        return method == HttpMethod.GET
                ? token(person).get(path)
                : token(person).post(path, "{}");
    }

    /** @return those of the numbers that the answer tells and the question did not */
    private static Set<String> shown(Set<String> numbers, Api.Answer answer) {
        return numbers.stream().filter(answer.text()::contains).collect(Collectors.toSet());
    }

    // Tasklist and Cockpit

    @Test
    void tasklistShowsHimNeitherTheTaskNorItsFormAndTakesNothingFromHim() {
        String number = about("plumber1");
        runJobs();
        Task dispatch = task(number);
        String id = dispatch.getId();
        TasklistSession he = as("plumber1");
        TasklistSession mate = as("plumber2");

        for (String path : List.of(
                "/task?maxResults=99&processInstanceBusinessKey=" + number,
                "/task?maxResults=99&taskId=" + id,
                "/task?maxResults=99&processInstanceId=" + dispatch.getProcessInstanceId(),
                "/task?maxResults=2000")) {
            assertThat(he.engine(path).status()).as(path).isEqualTo(200);
            assertThat(he.engine(path).text()).as(path).doesNotContain(id, number);
            assertThat(mate.engine(path).text()).as(path).contains(id);
        }
        for (String path : List.of("", "/form", "/deployed-form", "/form-variables")) {
            Api.Answer answer = he.engine("/task/" + id + path);
            assertThat(answer.status()).as(path).isBetween(400, 499);
            assertThat(answer.text()).as(path).doesNotContain(number, "show_", "input_", "without-");
            assertThat(mate.engine("/task/" + id + path).status()).as(path).isEqualTo(200);
        }
        for (var filter : he.engine("/filter?maxResults=99&resourceType=Task").body()) {
            String list = "/filter/" + filter.path("id").asText() + "/list?maxResults=999";
            Api.Answer answer = he.engine("POST", list, "{}");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).doesNotContain(id, number);
        }
        assertThat(waitingFor(mate)).contains(id);
        assertThat(waitingFor(he)).doesNotContain(id);

        Map<String, Object> before = world();
        assertRefused(before, he.engine("POST", "/task/" + id + "/claim", "{\"userId\": \"plumber1\"}"));
        assertRefused(
                before, he.engine("POST", "/task/" + id + "/submit-form", form(Map.of("input_handler", "\"MYSELF\""))));
        assertThat(he.engine("/history/user-operation?maxResults=99&taskId=" + id)
                        .text())
                .doesNotContain(id);
        assertThat(mate.engine("POST", "/task/" + id + "/claim", "{\"userId\": \"plumber2\"}")
                        .status())
                .isEqualTo(204);
        assertThat(mate.engine("POST", "/task/" + id + "/submit-form", form(Map.of("input_handler", "\"MYSELF\"")))
                        .status())
                .isEqualTo(204);
        runJobs();
        assertThat(token("desk1").get("/api/tickets/" + number).text("handler")).isEqualTo("plumber2");
        assertThat(he.engine("/task?maxResults=2000").text())
                .doesNotContain(task(number).getId());
    }

    private static String waitingFor(TasklistSession person) {
        StringBuilder lists = new StringBuilder();
        for (var filter :
                person.engine("/filter?maxResults=99&resourceType=Task").body()) {
            lists.append(person.engine("POST", "/filter/" + filter.path("id").asText() + "/list?maxResults=999", "{}")
                    .text());
        }
        return lists.toString();
    }

    @Test
    void thePersonInQuestionIsKeptOutFromTheMomentTheTicketIsThereThoughHeIsSignedInAlready() {
        assertThat(as("chen").engine("/task?maxResults=1").status()).isEqualTo(200);
        assertThat(as("duan").engine("/task?maxResults=1").status()).isEqualTo(200);
        String number = about("chen");
        runJobs();
        String path = "/task?maxResults=99&processInstanceBusinessKey=" + number;
        assertThat(as("chen").engine(path).body()).isEmpty();
        assertThat(as("duan").engine(path).body()).hasSize(1);
    }

    @Test
    void cockpitShowsAnAdministratorWhomItIsAboutNothingOfIt() {
        String number = about("chen");
        runJobs();
        // A task is history when it is over
        step("desk1", number, "dispatch", "{\"handler\": \"plumber1\"}");
        Task task = task(number);
        String called = task.getProcessInstanceId();
        String flow = flow(number).getId();
        List<String> asked = List.of(
                "/process-instance?maxResults=2000",
                "/process-instance?maxResults=99&businessKey=" + number,
                "/execution?maxResults=99&processInstanceId=" + flow,
                "/variable-instance?maxResults=99&processInstanceIdIn=" + called,
                "/event-subscription?maxResults=99&processInstanceId=" + flow,
                "/job?maxResults=99&processInstanceId=" + called,
                "/history/process-instance?maxResults=99&processInstanceBusinessKey=" + number,
                "/history/task?maxResults=99&processInstanceId=" + flow,
                "/task?maxResults=99&processInstanceId=" + called);
        for (String path : asked) {
            assertThat(as("chen").engine(path).status()).as(path).isEqualTo(200);
            assertThat(as("chen").engine(path).text()).as(path).doesNotContain(number, flow, called, "without-chen");
            assertThat(as("duan").engine(path).text()).as(path).containsAnyOf(flow, called);
        }
        for (String path : List.of(
                "/process-instance/" + flow,
                "/process-instance/" + flow + "/variables",
                "/process-instance/" + flow + "/activity-instances",
                "/execution/" + flow,
                "/execution/" + flow + "/localVariables",
                "/history/process-instance/" + flow,
                "/task/" + task.getId(),
                "/task/" + task.getId() + "/variables",
                "/task/" + task.getId() + "/localVariables",
                "/task/" + task.getId() + "/identity-links")) {
            assertThat(as("duan").engine(path).status()).as(path).isEqualTo(200);
            Api.Answer answer = as("chen").engine(path);
            assertThat(answer.status()).as(path).isNotEqualTo(200);
            assertThat(answer.text()).as(path).doesNotContain(number, "show_");
        }
        String definition = flow(number).getProcessDefinitionId();
        for (String path : List.of("process-instance", "incident")) {
            assertThat(as("chen")
                            .call(
                                    "POST",
                                    "/camunda/api/cockpit/plugin/base/default/" + path,
                                    "{\"processDefinitionId\": \"" + definition + "\"}")
                            .text())
                    .doesNotContain(number, flow);
        }
        Map<String, Object> before = world();
        assertRefused(before, as("chen").engine("DELETE", "/process-instance/" + flow, null));
        assertRefused(
                before, as("chen").engine("PUT", "/process-instance/" + flow + "/suspended", "{\"suspended\": true}"));
        // What is about nobody he sees and does as ever
        String plain = open("漏水");
        opened.add(plain);
        assertThat(as("chen")
                        .engine("/process-instance?maxResults=99&businessKey=" + plain)
                        .body())
                .isNotEmpty();
        assertThat(as("chen").get("/camunda/api/engine/engine/default/tenant").text())
                .doesNotContain("without-");
    }
}
