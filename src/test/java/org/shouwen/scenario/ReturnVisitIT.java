package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.access.Accounts;
import org.shouwen.testing.Api;
import org.shouwen.testing.RunningDesk;
import org.springframework.beans.factory.annotation.Autowired;

/** No ticket is closed before the resident was asked; the clock starts at Monday 2026-11-23 09:00. */
@Tag("scenario")
class ReturnVisitIT extends RunningDesk {

    private static final String SATISFIED =
            "{\"method\": \"PHONE\", \"reached\": \"REACHED\", \"satisfaction\": \"SATISFIED\"}";
    private static final String DISSATISFIED =
            "{\"method\": \"PHONE\", \"reached\": \"REACHED\", \"satisfaction\": \"DISSATISFIED\", \"remark\": \"还在漏\"}";
    private static final String UNREACHED = "{\"method\": \"PHONE\", \"reached\": \"UNREACHED\", \"reason\": \"无人接听\"}";

    @Autowired
    private Accounts accounts;

    private Api desk;
    private Api plumber;

    @BeforeEach
    void people() {
        desk = api();
        plumber = as("plumber1");
    }

    private Api as(String account) {
        accounts.registerToken(account, "test", "token-of-" + account + "-for-tests");
        return new Api(port, "token-of-" + account + "-for-tests");
    }

    private String open(String category) {
        Api.Answer answer = desk.post("/api/tickets", """
                {"kind": "REPAIR", "category": "%s", "home": "1-1-101", "channel": "PHONE",
                 "reporter": {"name": "张三", "phone": "138 1234 5678"}, "description": "漏水", "danger": "NONE",
                 "scope": "PERSONAL", "utilityOut": false}
                """.formatted(category));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        runJobs();
        return answer.text("number");
    }

    private void step(Api person, String number, String step, String inputs) {
        Api.Answer answer = person.post("/api/tickets/" + number + "/steps/" + step, inputs);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        runJobs();
    }

    private void repair(String number) {
        step(plumber, number, "dispatch", "{\"handler\": \"MYSELF\"}");
        step(plumber, number, "inspectOnSite", "{\"findings\": \"接头松动\"}");
        step(plumber, number, "reportWork", "{\"cause\": \"松动\", \"work\": \"紧固\", \"materialSource\": \"NONE\"}");
        step(desk, number, "acceptWork", "{\"result\": \"ACCEPTED\"}");
        assertThat(ticket(number).text("status")).isEqualTo("VISIT_DUE");
    }

    private Api.Answer ticket(String number) {
        return desk.get("/api/tickets/" + number);
    }

    private List<String> timeline(String number, String field) {
        return desk.get("/api/tickets/" + number + "/timeline")
                .body()
                .path("items")
                .findValuesAsText(field);
    }

    private JsonNode visits(String number) {
        return desk.get("/api/tickets/" + number + "/visits").body().path("items");
    }

    private JsonNode openStep(String number, String step) {
        for (JsonNode open :
                desk.get("/api/tickets/" + number + "/steps").body().path("items")) {
            if (open.path("step").asText().equals(step)) {
                return open;
            }
        }
        throw new AssertionError(number + " has no open step " + step);
    }

    private JsonNode waiting(String number) {
        for (JsonNode item : desk.get("/api/visits?site=east").body().path("items")) {
            if (item.path("visit").path("ticket").asText().equals(number)) {
                return item;
            }
        }
        throw new AssertionError(number + " waits for no visit");
    }

    @Test
    void unhappyTwiceGoesUpToTheSupervisor() {
        String number = open("HOME_PLUMBING");
        repair(number);
        assertThat(waiting(number).path("posts").path(0).asText()).isEqualTo("front-desk-east");
        step(desk, number, "visit", DISSATISFIED);
        assertThat(ticket(number).text("status")).isEqualTo("RECEIVED");
        assertThat(openStep(number, "acknowledge").path("assignee").asText()).isEqualTo("lead");
        step(as("lead"), number, "acknowledge", "{\"decision\": \"CONTINUE\", \"remark\": \"当天返工\"}");

        repair(number);
        step(desk, number, "visit", DISSATISFIED);
        assertThat(openStep(number, "acknowledge").path("assignee").asText()).isEqualTo("supervisor");
        assertThat(timeline(number, "text")).anyMatch(line -> line.startsWith("第 2 次重新开启：电话回访：不满意；还在漏"));
        step(as("supervisor"), number, "acknowledge", "{\"decision\": \"CONTINUE\", \"remark\": \"主管到场\"}");

        repair(number);
        step(desk, number, "visit", SATISFIED);
        assertThat(ticket(number).text("status")).isEqualTo("CLOSED");
        assertThat(visits(number).findValuesAsText("outcome"))
                .containsExactly("DISSATISFIED", "DISSATISFIED", "SATISFIED");
    }

    @Test
    void threeAttemptsOnDifferentDaysThenItIsClosedAsUnreached() {
        String number = open("HOME_PLUMBING");
        repair(number);
        for (String day : List.of("2026-11-24T08:30", "2026-11-25T08:30")) {
            step(desk, number, "visit", UNREACHED);
            assertThat(desk.post("/api/tickets/" + number + "/steps/visit", UNREACHED)
                            .status())
                    .isEqualTo(409);
            time.travelTo(day);
            runJobs();
        }
        step(desk, number, "visit", UNREACHED);
        assertThat(ticket(number).text("status")).isEqualTo("CLOSED");
        assertThat(visits(number).path(0).path("outcome").asText()).isEqualTo("UNREACHED");
        assertThat(visits(number).path(0).path("attempts")).hasSize(3);
        assertThat(timeline(number, "text")).anyMatch(line -> line.contains("已联系 3 次，按联系不上办结"));
        JsonNode figures = desk.get("/api/visits/figures?month=2026-11&site=east")
                .body()
                .path("items")
                .path(0);
        assertThat(figures.path("unreached").asInt()).isPositive();
        assertThat(figures.path("visited").asInt())
                .isLessThan(figures.path("due").asInt());
    }

    @Test
    void anOverdueVisitIsSupervisedOnce() {
        String number = open("HOME_PLUMBING");
        repair(number);
        // Three working days from Monday end on Thursday at 18:00
        assertThat(openStep(number, "visit").path("due").asText()).startsWith("2026-11-26T18:00:00+08:00");
        time.travelTo("2026-11-26T18:00");
        runJobs();
        time.travelTo("2026-11-27T09:00");
        runJobs();
        assertThat(timeline(number, "text"))
                .filteredOn(line -> line.startsWith("回访超时：一级督办"))
                .hasSize(1);
        step(desk, number, "visit", SATISFIED);
        assertThat(ticket(number).text("status")).isEqualTo("CLOSED");
    }

    @Test
    void aRainOpensTheSecondVisitAndALeakThatLeaksAgainIsReopened() {
        String leaks = open("SEEPAGE");
        String tight = open("SEEPAGE");
        String tap = open("HOME_PLUMBING");
        for (String number : List.of(leaks, tight, tap)) {
            repair(number);
            step(desk, number, "visit", SATISFIED);
            assertThat(ticket(number).text("status")).isEqualTo("CLOSED");
        }
        time.travelTo("2026-11-28T20:00");
        assertThat(plumber.post("/api/rain", "{\"site\": \"east\"}").status()).isEqualTo(403);
        Api.Answer rain = desk.post("/api/rain", "{\"site\": \"east\", \"date\": \"2026-11-28\"}");
        assertThat(rain.status()).as(rain.text()).isEqualTo(200);
        assertThat(rain.body().path("visits").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(desk.post("/api/rain", "{\"site\": \"east\"}").status()).isEqualTo(409);
        runJobs();
        assertThat(visits(tap)).hasSize(1);
        assertThat(waiting(leaks).path("visit").path("occasion").asText()).isEqualTo("RAIN");
        assertThat(waiting(leaks).path("person").asText()).isEqualTo("desk1");

        step(desk, tight, "visit", SATISFIED);
        assertThat(ticket(tight).text("status")).isEqualTo("CLOSED");
        step(desk, leaks, "visit", DISSATISFIED);
        assertThat(ticket(leaks).text("status")).isEqualTo("RECEIVED");
        assertThat(openStep(leaks, "acknowledge").path("assignee").asText()).isEqualTo("lead");
        assertThat(timeline(leaks, "text")).anyMatch(line -> line.startsWith("第 1 次重新开启：雨后电话回访：不满意"));
        repair(leaks);
    }

    @Test
    void theResidentAnswersByHimself() {
        String number = open("HOME_PLUMBING");
        repair(number);
        Api.Answer reopened = desk.post("/api/tickets/" + number + "/reopening", "{\"reason\": \"还在漏\"}");
        assertThat(reopened.text("type")).isEqualTo("urn:shouwen:problem:visit-due");
        String path = "/api/tickets/" + number + "/visits/answer";
        assertThat(desk.post(path, "{\"satisfaction\": \"SO_SO\"}").status()).isEqualTo(422);
        assertThat(desk.post(path, "{\"satisfaction\": \"DISSATISFIED\"}").status())
                .isEqualTo(422);
        assertThat(plumber.post(path, "{\"satisfaction\": \"SATISFIED\"}").status())
                .isEqualTo(403);
        assertThat(desk.post(path, "{\"satisfaction\": \"FAIR\", \"remark\": \"等得久\"}")
                        .status())
                .isEqualTo(200);
        runJobs();
        assertThat(ticket(number).text("status")).isEqualTo("CLOSED");
        assertThat(desk.get("/api/tickets/" + number + "/steps").body().path("items"))
                .isEmpty();
        assertThat(desk.post(path, "{\"satisfaction\": \"FAIR\"}").status()).isEqualTo(409);
    }
}
