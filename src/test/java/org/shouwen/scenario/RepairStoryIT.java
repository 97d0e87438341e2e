package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.access.Accounts;
import org.shouwen.testing.Api;
import org.shouwen.testing.RunningDesk;
import org.shouwen.workflow.Flows;
import org.springframework.beans.factory.annotation.Autowired;

/** The life of a repair over the API, with its mails and its timeline. */
@Tag("scenario")
class RepairStoryIT extends RunningDesk {

    private static final String LEAK = """
            {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-101", "channel": "PHONE",
             "reporter": {"name": "张三", "phone": "138 1234 5678", "email": "zhang@residents.example"},
             "description": "厨房水龙头漏水", "danger": "NONE", "scope": "PERSONAL", "utilityOut": false}
            """;

    private static final String SATISFIED =
            "{\"method\": \"PHONE\", \"reached\": \"REACHED\", \"satisfaction\": \"SATISFIED\"}";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Flows flows;

    private Api desk;
    private Api plumber;
    private Api lead;

    @BeforeEach
    void people() {
        desk = api();
        plumber = as("plumber1");
        lead = as("lead");
    }

    private Api as(String account) {
        accounts.registerToken(account, "test", "token-of-" + account + "-for-tests");
        return new Api(port, "token-of-" + account + "-for-tests");
    }

    private String open(String request) {
        Api.Answer answer = desk.post("/api/tickets", request);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        runJobs();
        return answer.text("number");
    }

    private void step(Api person, String number, String step, String inputs) {
        Api.Answer answer = person.post("/api/tickets/" + number + "/steps/" + step, inputs);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        runJobs();
    }

    private String status(String number) {
        return desk.get("/api/tickets/" + number).text("status");
    }

    private List<String> events(String number) {
        return desk.get("/api/tickets/" + number + "/timeline")
                .body()
                .path("items")
                .findValuesAsText("event");
    }

    @Test
    void dispatchedAcceptedReportedAndAccepted() {
        String number = open(LEAK);
        step(desk, number, "dispatch", "{\"handler\": \"plumber1\"}");
        assertThat(status(number)).isEqualTo("DISPATCHED");
        step(plumber, number, "accept", "{\"decision\": \"ACCEPT\"}");
        step(
                plumber,
                number,
                "inspectOnSite",
                "{\"findings\": \"阀芯磨损\", \"result\": \"QUOTE\", \"amount\": 40, \"work\": \"更换阀芯\"}");
        step(desk, number, "confirmQuote", "{\"answer\": \"AGREED\"}");
        step(
                plumber,
                number,
                "reportWork",
                "{\"cause\": \"阀芯磨损\", \"work\": \"更换阀芯\", \"materialSource\": \"STOCK\", \"materials\": \"阀芯 1 个\", \"cost\": 35}");
        step(desk, number, "acceptWork", "{\"result\": \"ACCEPTED\", \"remark\": \"业主满意\"}");
        assertThat(status(number)).isEqualTo("VISIT_DUE");
        step(desk, number, "visit", SATISFIED);

        assertThat(status(number)).isEqualTo("CLOSED");
        assertThat(events(number))
                .containsExactly(
                        "registered",
                        "requirements-listed",
                        "dispatched",
                        "accepted",
                        "arrived",
                        "quoted",
                        "quoteAnswered",
                        "reported",
                        "work-accepted",
                        "visit-planned",
                        "closed");
        assertThat(subjects("zhang@residents.example", number, 5))
                .satisfiesExactly(
                        first -> assertThat(first).contains("一次性告知"),
                        second -> assertThat(second).contains("赵强"),
                        third -> assertThat(third).contains("报价"),
                        fourth -> assertThat(fourth).contains("验收"),
                        fifth -> assertThat(fifth).contains("办结"));
    }

    /** The flow has not come to the step yet; nobody is told to press again, and nobody is blamed. */
    @Test
    void whatIsDoneRightAfterRegisteringWaitsForTheFlow() {
        flows.release();
        try {
            Api.Answer reassigned = as("lead")
                    .post(
                            "/api/tickets/" + registered() + "/reassignment",
                            "{\"handler\": \"plumber1\", \"reason\": \"就近\"}");
            assertThat(reassigned.status()).as(reassigned.text()).isEqualTo(200);
            Api.Answer dispatched =
                    desk.post("/api/tickets/" + registered() + "/steps/dispatch", "{\"handler\": \"plumber1\"}");
            assertThat(dispatched.status()).as(dispatched.text()).isEqualTo(200);
        } finally {
            flows.hold();
        }
    }

    private String registered() {
        Api.Answer answer = desk.post("/api/tickets", LEAK);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.text("number");
    }

    /** Whom a step cannot be given to has nothing to do with who wrote the ticket down, or touched it last. */
    @Test
    void whoCannotBeChosenIsNoReasonToNameAnybodyElse() {
        String number = open(LEAK);
        as("lead").post("/api/absences/sudden", "{\"staff\": \"plumber1\", \"reason\": \"急病\"}");
        try {
            Api.Answer away = desk.post("/api/tickets/" + number + "/steps/dispatch", "{\"handler\": \"plumber1\"}");
            assertThat(away.status()).as(away.text()).isEqualTo(409);
            assertThat(away.text("detail")).contains("不在岗").doesNotContain("办理过");
        } finally {
            as("lead").post("/api/absences/return", "{\"staff\": \"plumber1\"}");
        }
    }

    @Test
    void grabbedAndSentBackToWork() {
        String number = open(LEAK);
        step(plumber, number, "dispatch", "{\"handler\": \"MYSELF\"}");
        assertThat(status(number)).isEqualTo("ACCEPTED");
        step(plumber, number, "inspectOnSite", "{\"findings\": \"接头松动\"}");
        step(plumber, number, "reportWork", "{\"cause\": \"接头松动\", \"work\": \"紧固\", \"materialSource\": \"NONE\"}");
        step(desk, number, "acceptWork", "{\"result\": \"REWORK\", \"remark\": \"还在滴\"}");
        assertThat(status(number)).isEqualTo("ON_SITE");
        step(plumber, number, "reportWork", "{\"cause\": \"垫片老化\", \"work\": \"换垫片\", \"materialSource\": \"NONE\"}");
        step(desk, number, "acceptWork", "{\"result\": \"ACCEPTED\"}");
        step(desk, number, "visit", SATISFIED);
        assertThat(status(number)).isEqualTo("CLOSED");
    }

    @Test
    void theSecondReturnGoesToTheLead() {
        String number = open(LEAK);
        for (String someone : List.of("plumber1", "plumber2")) {
            step(desk, number, "dispatch", "{\"handler\": \"" + someone + "\"}");
            step(as(someone), number, "accept", "{\"decision\": \"RETURN\", \"reason\": \"在抢修\"}");
        }
        step(lead, number, "decide", "{\"handler\": \"plumber2\", \"reason\": \"离得近\"}");
        assertThat(status(number)).isEqualTo("ACCEPTED");
        assertThat(desk.get("/api/tickets/" + number).text("handler")).isEqualTo("plumber2");
        assertThat(desk.get("/api/tickets/" + number).text("firstResponder")).isEqualTo("desk1");
    }

    @Test
    void withdrawnFromEveryWaitingPlace() {
        List<List<String>> lives = List.of(
                List.of(),
                List.of("dispatch"),
                List.of("dispatch", "accept"),
                List.of("dispatch", "accept", "inspectOnSite"),
                List.of("dispatch", "accept", "inspectOnSite", "reportWork"));
        for (List<String> life : lives) {
            String number = open(LEAK);
            life.forEach(step -> step(step.equals("dispatch") ? desk : plumber, number, step, inputs(step)));
            Api.Answer answer = desk.post("/api/tickets/" + number + "/withdrawal", "{\"reason\": \"自己修好了\"}");
            runJobs();
            assertThat(answer.text("status")).isEqualTo("WITHDRAWN");
            assertThat(desk.get("/api/tickets/" + number + "/steps").body().path("items"))
                    .isEmpty();
            assertThat(desk.post("/api/tickets/" + number + "/urge", "").status())
                    .isEqualTo(409);
        }
    }

    private static String inputs(String step) {
        return switch (step) {
            case "dispatch" -> "{\"handler\": \"plumber1\"}";
            case "accept" -> "{\"decision\": \"ACCEPT\"}";
            case "inspectOnSite" -> "{\"findings\": \"阀芯磨损\"}";
            default -> "{\"cause\": \"磨损\", \"work\": \"更换\", \"materialSource\": \"NONE\"}";
        };
    }

    @Test
    void aReasonForWithdrawingNeedNotBeGiven() {
        String number = open(LEAK);
        assertThat(desk.post("/api/tickets/" + number + "/withdrawal", "").text("status"))
                .isEqualTo("WITHDRAWN");
        assertThat(desk.get("/api/tickets/" + number + "/timeline").text()).contains("未说明原因");
    }

    @Test
    void urgedBeforeAndAfterDispatch() {
        String number = open(LEAK);
        assertThat(desk.post("/api/tickets/" + number + "/urge", "{\"who\": \"RESIDENT\"}")
                        .status())
                .isEqualTo(200);
        runJobs();
        step(desk, number, "dispatch", inputs("dispatch"));
        // Sooner it is not passed on
        time.pass(Duration.ofMinutes(11));
        assertThat(desk.post("/api/tickets/" + number + "/urge", "{\"who\": \"RESIDENT\"}")
                        .status())
                .isEqualTo(200);
        runJobs();
        assertThat(events(number)).filteredOn("urged"::equals).hasSize(2);
        time.pass(Duration.ofMinutes(11));
        // Nobody says that it is the resident's: it is the desk's own
        assertThat(desk.post("/api/tickets/" + number + "/urge", "").status()).isEqualTo(200);
        runJobs();
        assertThat(events(number)).filteredOn("urged"::equals).hasSize(2);
        assertThat(events(number)).endsWith("pressed");
        assertThat(desk.get("/api/tickets/" + number + "/steps").body().path("items"))
                .hasSize(1);
    }

    @Test
    void aRepeatedRequestGetsTheFirstAnswer() {
        String key = "idempotent-" + System.identityHashCode(this);
        Api.Answer first = desk.post("/api/tickets", LEAK, "Idempotency-Key", key);
        Api.Answer again = desk.post("/api/tickets", LEAK, "Idempotency-Key", key);
        assertThat(again.text()).isEqualTo(first.text());
        Api.Answer other = desk.post("/api/tickets", LEAK.replace("漏水", "没水"), "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("type")).isEqualTo("urn:shouwen:problem:idempotency-key-reused");
    }
}
