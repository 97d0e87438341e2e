package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.access.Accounts;
import org.shouwen.testing.Api;
import org.shouwen.testing.RunningDesk;
import org.shouwen.testing.Telephone;
import org.springframework.beans.factory.annotation.Autowired;

/** The life of a complaint over the API: how grave it is, who answers, by when, and what comes after an unhappy answer. */
@Tag("scenario")
class ComplaintIT extends RunningDesk {

    private static final List<String> RANKS = List.of("desk1", "lead", "supervisor", "manager", "director");

    private static final AtomicInteger CALLERS = new AtomicInteger();

    private static final String SATISFIED =
            "{\"method\": \"PHONE\", \"reached\": \"REACHED\", \"satisfaction\": \"SATISFIED\"}";
    private static final String DISSATISFIED =
            "{\"method\": \"PHONE\", \"reached\": \"REACHED\", \"satisfaction\": \"DISSATISFIED\", \"remark\": \"还在吵\"}";

    @Autowired
    private Accounts accounts;

    private Api as(String account) {
        accounts.registerToken(account, "test", "token-of-" + account + "-for-tests");
        return new Api(port, "token-of-" + account + "-for-tests");
    }

    /** Somebody who never complained before. */
    private static String caller() {
        return "139%08d".formatted(CALLERS.incrementAndGet());
    }

    private static String complaint(String phone, String details) {
        return """
                {"kind": "COMPLAINT", "category": "COMPLAINT_NOISE", "site": "east", "channel": "PHONE",
                 "reporter": {"name": "陈静", "phone": "%s", "email": "chen@residents.example"},
                 "description": "楼上中午施工，吵得睡不着", "details": {%s}}
                """.formatted(phone, details);
    }

    private String open(String details) {
        return open(caller(), details);
    }

    private String open(String phone, String details) {
        Api.Answer answer = api().post("/api/tickets", complaint(phone, details));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        runJobs();
        return answer.text("number");
    }

    private void step(String person, String number, String step, String inputs) {
        Api.Answer answer = as(person).post("/api/tickets/" + number + "/steps/" + step, inputs);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        runJobs();
    }

    private JsonNode ticket(String number) {
        return api().get("/api/tickets/" + number).body();
    }

    private JsonNode graded(String number) {
        return api().get("/api/tickets/" + number + "/complaint").body();
    }

    private List<String> events(String number) {
        return api().get("/api/tickets/" + number + "/timeline")
                .body()
                .path("items")
                .findValuesAsText("event");
    }

    private void handled(String owner, String number) {
        step(owner, number, "contactComplainant", "{\"words\": \"电话联系\"}");
        step(owner, number, "investigate", "{\"findings\": \"属实\", \"plan\": \"制止施工\"}");
        step(
                owner,
                number,
                "answerComplainant",
                "{\"answer\": \"已制止施工\", \"response\": \"AGREED\", \"written\": true}");
        step("supervisor", number, "conclude", "{\"verdict\": \"VALID\", \"reason\": \"情况属实\"}");
    }

    // Graded by each rule

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "injury": true                                  | MAJOR     | P0 | manager
            "media": true                                   | MAJOR     | P0 | manager
            "households": 5                                 | MAJOR     | P0 | manager
            "misconductEvidence": true, "about": "plumber1" | MAJOR     | P0 | manager
            "lossClaimed": true                             | IMPORTANT | P1 | supervisor
            "securityMatter": true                          | IMPORTANT | P1 | supervisor
            "betweenDepartments": true                      | IMPORTANT | P1 | supervisor
            "hotline": "12345-0007"                         | ORDINARY  | P2 | supervisor
            "households": 4                                 | ORDINARY  | P2 | desk1
            """)
    void gradedByEachRule(String details, String grade, String priority, String owner) {
        String number = open(details);
        assertThat(graded(number).path("grade").asText()).isEqualTo(grade);
        assertThat(ticket(number).path("priority").asText()).isEqualTo(priority);
        assertThat(ticket(number).path("handler").asText()).isEqualTo(owner);
        assertThat(number).startsWith("TS-26-");
    }

    @Test
    void theSameMatterAgainIsGraver() {
        String phone = caller();
        String first = open(phone, "");
        String second = open(phone, "");
        String third = open(phone, "");
        assertThat(List.of(first, second, third))
                .extracting(number -> graded(number).path("grade").asText())
                .containsExactly("ORDINARY", "IMPORTANT", "MAJOR");
        assertThat(api().get("/api/tickets/" + third + "/links").text()).contains(second, "REPEATS");
        // What was taken back is not counted
        String other = caller();
        api().post("/api/tickets/" + open(other, "") + "/withdrawal", "");
        assertThat(graded(open(other, "")).path("repeats").asInt()).isZero();
    }

    // Answered

    @Test
    void anOrdinaryComplaintIsAnsweredConcludedAndVisited() {
        String number = open("\"wish\": \"中午不要施工\"");
        JsonNode ticket = ticket(number);
        // Monday 9:00: two working hours; the next working day; the third
        assertThat(ticket.path("respondBy").asText()).isEqualTo("2026-11-23T11:00:00+08:00");
        assertThat(ticket.path("resolveBy").asText()).isEqualTo("2026-11-26T18:00:00+08:00");
        assertThat(ticket.hasNonNull("arriveBy")).isFalse();
        assertThat(ticket.toString()).contains("2026-11-24T18:00:00+08:00");
        step("desk1", number, "contactComplainant", "{\"words\": \"电话联系，约定明天答复\"}");
        assertThat(ticket(number).path("status").asText()).isEqualTo("IN_PROGRESS");
        step("desk1", number, "investigate", "{\"findings\": \"装修公司中午施工\", \"plan\": \"发整改通知书\"}");
        step("desk1", number, "answerComplainant", """
                {"answer": "已要求装修公司中午停工", "response": "AGREED",
                 "what1": "每日中午巡查", "staff1": "赵强", "dueAt1": "2026-11-27T18:00",
                 "what2": "张贴施工时间告示", "staff2": "desk2", "dueAt2": "2026-11-25T18:00"}
                """);
        assertThat(graded(number).path("measures")).hasSize(2);
        assertThat(graded(number).path("measures").path(0).path("staff").asText())
                .isEqualTo("plumber1");
        step("supervisor", number, "conclude", "{\"verdict\": \"VALID\", \"reason\": \"情况属实\"}");
        assertThat(ticket(number).path("status").asText()).isEqualTo("VISIT_DUE");
        step("supervisor", number, "visit", SATISFIED);
        assertThat(ticket(number).path("status").asText()).isEqualTo("CLOSED");
        assertThat(graded(number).path("verdict").path("valid").asBoolean()).isTrue();
        assertThat(events(number))
                .containsSubsequence(
                        "registered",
                        "graded",
                        "assigned",
                        "contacted",
                        "investigated",
                        "answered",
                        "measure-promised",
                        "concluded",
                        "visit-planned",
                        "closed");
        assertThat(subjects("chen@residents.example", number, 3))
                .satisfiesExactly(
                        first -> assertThat(first).contains("已受理"),
                        second -> assertThat(second).contains("答复"),
                        third -> assertThat(third).contains("办结"));
        step("plumber1", number, "carryOut", "{\"result\": \"已巡查，没有再施工\"}");
        assertThat(graded(number).path("measures").path(0).path("result").asText())
                .contains("已巡查");
    }

    @Test
    void aLateMeasureIsListedAndSupervised() {
        String number = open("");
        step("desk1", number, "contactComplainant", "{\"words\": \"电话联系\"}");
        step("desk1", number, "investigate", "{\"findings\": \"属实\", \"plan\": \"制止\"}");
        step(
                "desk1",
                number,
                "answerComplainant",
                "{\"answer\": \"已制止\", \"response\": \"SILENT\", \"what1\": \"贴告示\", \"staff1\": \"李静\", \"dueAt1\": \"2026-11-24T10:00\"}");
        assertThat(api().get("/api/complaints/measures").text()).doesNotContain(number);
        time.travelTo("2026-11-24T10:01");
        runJobs();
        assertThat(api().get("/api/complaints/measures").text()).contains(number, "贴告示");
        assertThat(events(number)).contains("escalated");
    }

    // Not satisfied

    @Test
    void reopenedAgainAndAgainItComesToTheManager() {
        String number = open("");
        for (String owner : List.of("desk1", "lead", "supervisor")) {
            assertThat(ticket(number).path("handler").asText()).isEqualTo(owner);
            handled(owner, number);
            step(owner.equals("supervisor") ? "manager" : "supervisor", number, "visit", DISSATISFIED);
            assertThat(ticket(number).path("status").asText()).isEqualTo("RECEIVED");
            String next = ticket(number).path("handler").asText();
            assertThat(supervising(number))
                    .as("who supervises " + next)
                    .isNotEmpty()
                    .allSatisfy(person -> assertThat(RANKS.indexOf(person)).isGreaterThan(RANKS.indexOf(next)));
        }
        assertThat(ticket(number).path("reopens").asInt()).isEqualTo(3);
        assertThat(ticket(number).path("handler").asText()).isEqualTo("manager");
        assertThat(graded(number).path("owner").asText()).isEqualTo("MANAGER");
        assertThat(ticket(number).path("firstResponder").asText()).isEqualTo("desk1");
        assertThat(events(number)).filteredOn("escalated"::equals).hasSize(3);
    }

    /** @return who is asked to acknowledge something of it now */
    private List<String> supervising(String number) {
        List<String> asked = new ArrayList<>();
        api().get("/api/tickets/" + number + "/steps").body().path("items").forEach(step -> {
            if (step.path("step").asText().equals("acknowledge")) {
                asked.add(step.path("assignee").asText());
            }
        });
        return asked;
    }

    @Test
    void whoSawToItDoesNotVisit() {
        String number = open("\"lossClaimed\": true");
        handled("supervisor", number);
        Api.Answer own = as("supervisor").post("/api/tickets/" + number + "/steps/visit", SATISFIED);
        assertThat(own.status()).isEqualTo(403);
        step("manager", number, "visit", SATISFIED);
        assertThat(ticket(number).path("status").asText()).isEqualTo("CLOSED");
    }

    // The hotline

    @Test
    void theHotlinesOwnDeadlineWins() {
        String number = open("\"hotline\": \"12345-2026-88\", \"hotlineDue\": \"2026-11-24T12:00\"");
        JsonNode limits = ticket(number).path("limits");
        assertThat(ticket(number).path("resolveBy").asText()).isEqualTo("2026-11-24T12:00:00+08:00");
        limits.forEach(limit -> {
            boolean theirs =
                    List.of("ANSWER", "FINISH").contains(limit.path("clock").asText());
            assertThat(limit.path("source").asText().contains("12345 热线或信访件要求的期限"))
                    .as(limit.toString())
                    .isEqualTo(theirs);
        });
        // Later than ours, it still wins; ours to answer stays
        String later = open("\"hotline\": \"12345-2026-89\", \"hotlineDue\": \"2026-12-10T12:00\"");
        assertThat(ticket(later).path("resolveBy").asText()).isEqualTo("2026-12-10T12:00:00+08:00");
        assertThat(ticket(later).toString()).contains("2026-11-24T18:00:00+08:00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "hotlineDue": "2026-12-10T12:00"                  | hotline-missing
            "hotline": "1", "hotlineDue": "2026-11-20T12:00"  | hotline-past
            "hotline": "1", "hotlineDue": "明天"               | field-moment
            "about": "nobody"                                 | staff-unknown
            "about": "desk1"                                  | recused
            "households": 0                                   | field-number
            "injury": "是"                                     | field-flag
            "boss": "me"                                      | detail-undeclared
            """)
    void whatCannotBeTakenIsRefused(String details, String refusal) {
        Api.Answer answer = api().post("/api/tickets", complaint(caller(), details));
        assertThat(answer.text("type")).as(answer.text()).isEqualTo("urn:shouwen:problem:" + refusal);
    }

    // In writing

    @Test
    void aDisputedLetterIsNamedInItsMailAndThePageWaitsForTheMediation() {
        String li = "li@residents.example";
        String number = api().post("/api/tickets", complaint(caller(), "").replace("chen@residents.example", li))
                .text("number");
        runJobs();
        step("desk1", number, "contactComplainant", "{\"words\": \"电话联系\"}");
        step("desk1", number, "investigate", "{\"findings\": \"属实\", \"plan\": \"制止\"}");
        String link = linkTo(li, number);
        step("desk1", number, "answerComplainant", """
                {"answer": "已制止施工", "response": "DISPUTED", "remark": "要求赔偿", "written": true}
                """);
        subjects(li, number, 2);
        assertThat(mails(li, number).get(1))
                .contains("书面答复编号 " + number + "-01", "您对答复有异议，我们会请上一级的人主持调解")
                .doesNotContain("请联系首问责任人，我们会安排调解");
        Telephone mine = new Telephone(port);
        assertThat(Telephone.text(mine.open(link))).contains("等待调解", "首次联系您").doesNotContain("如有不同意见");
        step("lead", number, "mediate", "{\"parties\": \"楼上业主\", \"result\": \"约定施工时间\"}");
        assertThat(Telephone.text(mine.open(link))).doesNotContain("等待调解");
    }

    @Test
    void aMajorComplaintIsAnsweredInWriting() {
        String number = open("\"injury\": true");
        assertThat(ticket(number).path("arriveBy").asText()).isEqualTo("2026-11-24T00:00:00+08:00");
        step("manager", number, "contactComplainant", "{\"words\": \"当面联系\"}");
        assertThat(events(number)).contains("looked-into");
        step("manager", number, "investigate", "{\"findings\": \"地面湿滑\", \"plan\": \"铺防滑垫\"}");
        Api.Answer spoken = as("manager")
                .post(
                        "/api/tickets/" + number + "/steps/answerComplainant",
                        "{\"answer\": \"已铺防滑垫\", \"response\": \"AGREED\"}");
        assertThat(spoken.status()).isEqualTo(422);
        assertThat(spoken.text("detail")).contains("重大投诉须书面答复");
        step(
                "manager",
                number,
                "answerComplainant",
                "{\"answer\": \"已铺防滑垫\", \"response\": \"AGREED\", \"written\": true}");
        String letter = graded(number).path("answers").path(0).path("letter").asText();
        assertThat(letter).isEqualTo(number + "-01");
        Api.Answer paper = api().get("/api/tickets/" + number + "/letters/" + letter);
        assertThat(paper.status()).isEqualTo(200);
        assertThat(paper.text()).startsWith("%PDF-");
        assertThat(api().get("/api/tickets/" + number + "/letters/" + number + "-02")
                        .status())
                .isEqualTo(404);
    }

    // Promised, told and shown to the end

    @Test
    void whoeverComplainedReadsHisAnswerAndHisLetterAndFollowsWhatWasPromisedAfterTheClosing() {
        String mei = "mei@residents.example";
        String number = api().post("/api/tickets", complaint(caller(), "").replace("chen@residents.example", mei))
                .text("number");
        runJobs();
        step("desk1", number, "contactComplainant", "{\"words\": \"电话联系\"}");
        step("desk1", number, "investigate", "{\"findings\": \"属实\", \"plan\": \"制止\"}");
        step("desk1", number, "answerComplainant", """
                {"answer": "已要求中午停工", "response": "AGREED", "written": true,
                 "what1": "装隔音板", "staff1": "plumber1", "dueAt1": "2026-12-21T18:00",
                 "what2": "每日巡查", "staff2": "plumber1", "dueAt2": "2026-12-22T18:00"}
                """);
        step("supervisor", number, "conclude", "{\"verdict\": \"VALID\", \"reason\": \"属实\"}");
        step("supervisor", number, "visit", SATISFIED);
        subjects(mei, number, 3);
        String link = linkTo(mei, number);
        assertThat(mails(mei, number)).anyMatch(mail -> mail.contains("结论：有效投诉：属实"));

        // More than a fortnight after the closing
        time.travelTo("2026-12-18T09:00");
        Telephone mine = new Telephone(port);
        String page = Telephone.text(mine.open(link));
        assertThat(page)
                .contains("给您的答复", "已要求中午停工", "书面答复 " + number + "-01", "装隔音板", "12月21日", "进行中", "有效投诉：属实")
                // Nobody's full name
                .doesNotContain("赵强");
        assertThat(Telephone.text(mine.get("/r/t/" + number + "/letters/" + number + "-01")))
                .startsWith("%PDF-");
        String other = open("\"injury\": true");
        handled("manager", other);
        for (String letter : List.of(other + "-01", number + "-02", number)) {
            assertThat(mine.get("/r/t/" + number + "/letters/" + letter).statusCode())
                    .as(letter)
                    .isEqualTo(404);
        }
        assertThat(mine.get("/r/t/" + other + "/letters/" + other + "-01").statusCode())
                .isNotEqualTo(200);

        time.travelTo("2026-12-21T18:01");
        runJobs();
        step("plumber1", number, "carryOut", "{\"result\": \"三号楼已装好\"}");
        // By a superior of whoever has it, and told to everybody
        long second = graded(number).path("measures").path(1).path("id").asLong();
        String reason = "{\"measure\": \"" + second + "\", \"reason\": \"施工已结束，没有可以巡查的\"}";
        assertThat(as("plumber1")
                        .post("/api/tickets/" + number + "/measures/giving-up", reason)
                        .status())
                .isEqualTo(403);
        assertThat(as("supervisor")
                        .post("/api/tickets/" + number + "/measures/giving-up", reason)
                        .status())
                .isEqualTo(200);
        runJobs();
        assertThat(subjects(mei, number, 6))
                .satisfiesExactly(
                        received -> assertThat(received).contains("已受理"),
                        answered -> assertThat(answered).contains("答复"),
                        closed -> assertThat(closed).contains("办结"),
                        late -> assertThat(late).contains("没有按时落实"),
                        done -> assertThat(done).contains("已落实"),
                        givenUp -> assertThat(givenUp).contains("不再落实"));
        assertThat(Telephone.text(mine.open(link))).contains("三号楼已装好", "已落实", "已放弃", "没有可以巡查的");
        time.travelTo("2027-01-10T09:00");
        assertThat(mine.open(link).statusCode()).isEqualTo(404);
    }

    // One matter, two kinds

    @Test
    void aRepairTurnedComplaintKeepsItsHistory() {
        Api.Answer leak = api().post("/api/tickets", """
                {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-2-201",
                 "reporter": {"name": "刘洋", "phone": "%s"}, "description": "厨房漏水，来了三次没修好"}
                """.formatted(caller()));
        runJobs();
        String repair = leak.text("number");
        step("plumber1", repair, "dispatch", "{\"handler\": \"MYSELF\"}");
        Api.Answer turned = api().post("/api/tickets/" + repair + "/conversion", """
                {"kind": "COMPLAINT", "category": "COMPLAINT_FACILITIES", "reason": "业主投诉维修",
                 "details": {"about": "plumber1", "lossClaimed": true}}
                """);
        assertThat(turned.status()).as(turned.text()).isLessThan(300);
        runJobs();
        JsonNode links = api().get("/api/tickets/" + repair + "/links").body().path("items");
        String number = links.path(0).path("number").asText();
        assertThat(number).startsWith("TS-");
        assertThat(ticket(number).path("description").asText()).contains("来了三次");
        assertThat(ticket(number).path("reporter").path("name").asText()).isEqualTo("刘洋");
        assertThat(ticket(number).path("firstResponder").asText()).isEqualTo("desk1");
        assertThat(ticket(repair).path("status").asText()).isEqualTo("WITHDRAWN");
        assertThat(events(repair)).contains("grabbed", "converted");
        assertThat(as("plumber1").get("/api/tickets/" + number).status()).isEqualTo(404);
        assertThat(as("plumber1").get("/api/tickets/" + number + "/complaint").status())
                .isEqualTo(404);
    }
}
