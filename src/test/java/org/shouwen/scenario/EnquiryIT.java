package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.access.Accounts;
import org.shouwen.notification.ChannelKind;
import org.shouwen.notification.Notice;
import org.shouwen.notification.Notices;
import org.shouwen.testing.Api;
import org.shouwen.testing.RunningDesk;
import org.springframework.beans.factory.annotation.Autowired;

/** Who comes with a question, an idea, thanks or a wish, over the API; the clock starts at Monday 2026-11-23 09:00. */
@Tag("scenario")
class EnquiryIT extends RunningDesk {

    private static final String MAIL = "zhang@residents.example";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Notices notices;

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

    private List<Notice> noticesTo(String staff, String number) {
        return notices.ofTicket(number).stream()
                .filter(notice -> notice.channel() == ChannelKind.IN_APP && staff.equals(notice.addressee()))
                .toList();
    }

    private Api.Answer told(String kind, String category, String where, String details) {
        return desk.post("/api/tickets", """
                {"kind": "%s", "category": "%s", %s, "channel": "WALK_IN",
                 "reporter": {"name": "张三", "phone": "138 1234 5678", "email": "%s"},
                 "description": "地下车库能不能装充电桩", "details": {%s}}
                """.formatted(kind, category, where, MAIL, details));
    }

    private String open(String kind, String category, String details) {
        Api.Answer answer = told(kind, category, "\"home\": \"1-1-101\"", details);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        runJobs();
        return answer.text("number");
    }

    private void step(Api person, String number, String step, String inputs) {
        Api.Answer answer = person.post("/api/tickets/" + number + "/steps/" + step, inputs);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        runJobs();
    }

    private Api.Answer ticket(String number) {
        return desk.get("/api/tickets/" + number);
    }

    private List<String> timeline(String number) {
        return desk.get("/api/tickets/" + number + "/timeline")
                .body()
                .path("items")
                .findValuesAsText("text");
    }

    private List<String> facts(String number) {
        List<String> facts = new ArrayList<>();
        desk.get("/api/tickets/" + number + "/facts")
                .body()
                .path("items")
                .forEach(fact -> facts.add(
                        fact.path("label").asText() + "=" + fact.path("value").asText()));
        return facts;
    }

    private JsonNode steps(String number) {
        return desk.get("/api/tickets/" + number + "/steps").body().path("items");
    }

    /** @return what the resident was written under this template, the last time */
    private String written(String number, String template) {
        return notices.ofTicket(number).stream()
                .filter(notice -> notice.isToResident() && notice.template().equals(template))
                .reduce((earlier, later) -> later)
                .map(Notice::body)
                .orElseThrow(() -> new AssertionError(number + ": no " + template));
    }

    @Test
    void answeredAtOnce() {
        Api.Answer opened =
                told("CONSULTATION", "CONSULT_PARKING", "\"home\": \"1-1-101\"", "\"answer\": \"车位已满，可以登记排队\"");
        String number = opened.text("number");
        assertThat(number).startsWith("ZX-26-");
        assertThat(opened.text("status")).isEqualTo("VISIT_DUE");
        assertThat(opened.body().path("limits").findValuesAsText("clock")).containsExactly("RESPOND", "FINISH");
        assertThat(opened.body().path("limits").findValuesAsText("stoppedAt")).doesNotContain("null");
        runJobs();
        assertThat(steps(number)).allMatch(step -> step.path("step").asText().equals("visit"));
        assertThat(timeline(number)).contains("答复业主：车位已满，可以登记排队");
        assertThat(subjects(MAIL, number, 1)).containsExactly("您的咨询 " + number + " 的答复");
        assertThat(written(number, "answered.to-resident")).contains("车位已满，可以登记排队", "首问责任人：王芳");
    }

    @Test
    void passedOnAcceptedAndAnswered() {
        String number = open("CONSULTATION", "CONSULT_HOUSE", "\"passTo\": \"plumbing-east\"");
        step(desk, number, "dispatch", "{\"handler\": \"plumber1\"}");
        assertThat(ticket(number).text("status")).isEqualTo("DISPATCHED");
        step(plumber, number, "accept", "{\"decision\": \"ACCEPT\"}");
        step(plumber, number, "answerEnquiry", "{\"answer\": \"总阀在一楼管井里\"}");
        assertThat(ticket(number).text("handler")).isEqualTo("plumber1");
        assertThat(ticket(number).text("firstResponder")).isEqualTo("desk1");
        assertThat(subjects(MAIL, number, 3))
                .containsExactly("您的咨询 " + number + " 已受理", "您的咨询 " + number + " 已安排经办人：赵强", "您的咨询 " + number + " 的答复");
        assertThat(written(number, "answered.to-resident")).contains("总阀在一楼管井里", "经办人：赵强");
    }

    @ParameterizedTest
    @CsvSource({"ADOPTED, 决定采纳", "NOT_ADOPTED, 决定不采纳"})
    void theSupervisorDecidesOnASuggestionAndTheResidentIsTold(String decision, String words) {
        String number = open("SUGGESTION", "SUGGEST_FACILITIES", "\"answer\": \"谢谢，我们研究后答复您\"");
        assertThat(ticket(number).text("status")).isEqualTo("ANSWERED");
        assertThat(steps(number)).singleElement().satisfies(step -> {
            assertThat(step.path("step").asText()).isEqualTo("decideSuggestion");
            assertThat(step.path("posts").path(0).asText()).isEqualTo("supervisor-east");
        });
        step(
                as("supervisor"),
                number,
                "decideSuggestion",
                "{\"decision\": \"%s\", \"reason\": \"电力容量已核实\"}".formatted(decision));
        assertThat(timeline(number)).contains(words + "：电力容量已核实");
        assertThat(facts(number)).contains("对建议的决定=" + words + "：电力容量已核实");
        assertThat(subjects(MAIL, number, 1)).containsExactly("您的建议 " + number + " 的答复");
        assertThat(written(number, "answered.to-resident")).contains("谢谢，我们研究后答复您", words + "：电力容量已核实");
    }

    @Test
    void praiseReachesThePersonPraised() {
        String number = open("PRAISE", "PRAISE_REPAIR", "\"praised\": \"plumber1\"");
        assertThat(number).startsWith("BY-26-");
        assertThat(ticket(number).text("status")).isEqualTo("CLOSED");
        assertThat(facts(number)).containsExactly("受表扬的人=赵强");
        assertThat(noticesTo("plumber1", number)).singleElement().satisfies(notice -> {
            assertThat(notice.subject()).isEqualTo("【表扬】业主表扬了您（" + number + "）");
            assertThat(notice.body()).contains("地下车库能不能装充电桩");
        });
        assertThat(subjects(MAIL, number, 1)).containsExactly("您的表扬 " + number + " 的答复");
        assertThat(written(number, "answered.to-resident")).contains("感谢您的表扬，我们会转告赵强");
    }

    @Test
    void aMatterOfTheSiteAsAWhole() {
        Api.Answer opened = told("SERVICE", "SERVICE_KEEPING", "\"site\": \"west\"", "");
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(opened.text("number")).startsWith("QT-26-");
        assertThat(opened.text("location")).isEqualTo("西苑");
        runJobs();
        assertThat(steps(opened.text("number")).path(0).path("posts").path(0).asText())
                .isEqualTo("front-desk-west");
    }

    @Test
    void whatNobodyTakesIsTheLeadsMatter() {
        // Four working hours from 09:00, with the break from 12:00 to 14:00: until 15:00
        String number = open("CONSULTATION", "CONSULT_FEES", "");
        assertThat(ticket(number).text("respondBy")).isEqualTo("2026-11-23T15:00:00+08:00");
        time.travelTo("2026-11-23T15:01");
        runJobs();
        assertThat(steps(number).findValuesAsText("step")).contains("dispatch", "acknowledge");
        step(as("lead"), number, "acknowledge", "{\"decision\": \"CONTINUE\", \"remark\": \"马上答复\"}");
        step(desk, number, "dispatch", "{\"handler\": \"MYSELF\"}");
        step(desk, number, "answerEnquiry", "{\"answer\": \"每平方米 2.8 元\"}");
        assertThat(ticket(number).text("status")).isIn("VISIT_DUE", "CLOSED");
    }

    @Test
    void passedToAnotherPostUrgedAndWithdrawn() {
        String number = open("SERVICE", "SERVICE_ERRAND", "");
        Api.Answer transferred = desk.post(
                "/api/tickets/" + number + "/transfer", "{\"post\": \"electrical-east\", \"reason\": \"要电工去\"}");
        assertThat(transferred.status()).as(transferred.text()).isEqualTo(200);
        runJobs();
        assertThat(ticket(number).text("post")).isEqualTo("electrical-east");
        step(as("electrician1"), number, "dispatch", "{\"handler\": \"MYSELF\"}");
        assertThat(desk.post("/api/tickets/" + number + "/urge", "{\"who\": \"RESIDENT\"}")
                        .status())
                .isEqualTo(200);
        runJobs();
        assertThat(noticesTo("electrician1", number))
                .extracting(Notice::subject)
                .contains("【催单】其他服务 " + number + " 业主第 1 次催单");
        assertThat(desk.post("/api/tickets/" + number + "/withdrawal", "{\"reason\": \"不用了\"}")
                        .text("status"))
                .isEqualTo("WITHDRAWN");
        runJobs();
        assertThat(steps(number)).isEmpty();
        assertThat(subjects(MAIL, number, 2)).last().isEqualTo("您的其他服务 " + number + " 已按您的要求撤回");
    }

    @Test
    void askedAgainItBeginsAnewOneLevelUp() {
        String number = open("SERVICE", "SERVICE_KEEPING", "\"answer\": \"已代收\"");
        assertThat(ticket(number).text("status")).isEqualTo("CLOSED");
        Api.Answer reopened = desk.post("/api/tickets/" + number + "/reopening", "{\"reason\": \"包裹不见了\"}");
        assertThat(reopened.status()).as(reopened.text()).isEqualTo(200);
        runJobs();
        assertThat(ticket(number).text("status")).isEqualTo("RECEIVED");
        assertThat(steps(number).findValuesAsText("step")).containsExactlyInAnyOrder("acknowledge", "dispatch");
    }

    @Test
    void theDeskKnowsWhatEachKindAsks() {
        JsonNode kinds = desk.get("/api/kinds").body().path("items");
        List<String> codes = new ArrayList<>();
        kinds.forEach(kind -> codes.add(kind.path("code").asText()));
        assertThat(codes).startsWith("REPAIR").containsSubsequence("CONSULTATION", "SUGGESTION", "PRAISE", "SERVICE");
        assertThat(kinds.findValuesAsText("name")).contains("answer", "passTo", "praised");
    }

    // Another matter than was thought: nothing is told again

    private String convert(String number, String conversion) {
        Api.Answer answer = desk.post("/api/tickets/" + number + "/conversion", conversion);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.text("firstResponder")).isEqualTo("desk1");
        assertThat(answer.text("description")).isEqualTo("地下车库能不能装充电桩");
        assertThat(answer.body().path("reporter").path("email").asText()).isEqualTo(MAIL);
        runJobs();
        assertThat(timeline(answer.text("number"))).anyMatch(line -> line.contains(number + " 转来"));
        assertThat(timeline(number)).anyMatch(line -> line.contains(answer.text("number")));
        return answer.text("number");
    }

    @Test
    void aQuestionThatTurnsOutToBeARepair() {
        String number = open("CONSULTATION", "CONSULT_HOUSE", "");
        String repair = convert(
                number,
                "{\"kind\": \"REPAIR\", \"category\": \"HOME_ELECTRICAL\", \"home\": \"1 号楼 1 单元 101\", \"reason\": \"插座坏了\"}");
        assertThat(repair).startsWith("BX-26-");
        assertThat(ticket(repair).text("home")).isEqualTo("1-1-101");
        assertThat(steps(repair).findValuesAsText("step")).containsExactly("dispatch");
        assertThat(ticket(number).text("status")).isEqualTo("WITHDRAWN");
        assertThat(steps(number)).isEmpty();
        assertThat(written(number, "withdrawn.to-resident")).contains("您不用再报一次");
    }

    @Test
    void aServiceThatTurnsOutToBeAComplaint() {
        String number = open("SERVICE", "SERVICE_KEEPING", "");
        step(desk, number, "dispatch", "{\"handler\": \"MYSELF\"}");
        String complaint = convert(number, """
                {"kind": "COMPLAINT", "category": "COMPLAINT_NOISE", "reason": "业主要求追责", "details": {"wish": "道歉"}}
                """);
        assertThat(complaint).startsWith("TS-26-");
        assertThat(steps(complaint).findValuesAsText("step")).containsExactly("contactComplainant");
        assertThat(facts(complaint)).anyMatch(fact -> fact.endsWith("=道歉"));
        assertThat(ticket(number).text("status")).isEqualTo("WITHDRAWN");
    }

    @Test
    void aRepairThatTurnsOutToBeAService() {
        Api.Answer opened = told("REPAIR", "HOME_PLUMBING", "\"home\": \"1-1-101\"", "");
        runJobs();
        String service = convert(
                opened.text("number"),
                "{\"kind\": \"SERVICE\", \"category\": \"SERVICE_ERRAND\", \"reason\": \"只要代买阀芯\"}");
        assertThat(steps(service).findValuesAsText("step")).containsExactly("dispatch");
        assertThat(ticket(opened.text("number")).text("status")).isEqualTo("WITHDRAWN");
    }

    @Test
    void anAnsweredMatterStaysAsItIsBesideTheRepairThatCameOfIt() {
        String number = open("SERVICE", "SERVICE_OTHER", "\"answer\": \"已告知\"");
        String repair = convert(number, "{\"kind\": \"REPAIR\", \"category\": \"HOME_PLUMBING\", \"reason\": \"还是漏\"}");
        assertThat(ticket(number).text("status")).isEqualTo("CLOSED");
        JsonNode links = desk.get("/api/tickets/" + repair + "/links").body().path("items");
        assertThat(links.findValuesAsText("number")).containsExactly(number);
        assertThat(links.findValuesAsText("relationLabel")).containsExactly("由此转来");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CONSULTATION | HOME_PLUMBING | "home": "1-1-101"                   |                                     | category-unknown
            CONSULTATION | CONSULT_FEES  | "home": "9-9-999"                   |                                     | home-unknown
            CONSULTATION | CONSULT_FEES  | "scope": "PERSONAL"                 |                                     | site-required
            CONSULTATION | CONSULT_FEES  | "site": "north"                     |                                     | site-unknown
            CONSULTATION | CONSULT_FEES  | "site": "east", "home": "1-1-101"   |                                     | site-not-needed
            CONSULTATION | CONSULT_FEES  | "home": "1-1-101"                   | "praised": "plumber1"               | detail-undeclared
            CONSULTATION | CONSULT_FEES  | "home": "1-1-101"                   | "passTo": "front-desk-west"         | post-unknown
            SERVICE      | SERVICE_OTHER | "home": "1-1-101"                   | "answer": "好", "passTo": "lead-east" | pass-to-not-needed
            PRAISE       | PRAISE_DESK   | "home": "1-1-101"                   |                                     | field-missing
            PRAISE       | PRAISE_DESK   | "home": "1-1-101"                   | "praised": "nobody"                 | staff-unknown
            """)
    void whatCannotBeTakenIsRefusedWithASentence(
            String kind, String category, String where, String details, String name) {
        Api.Answer answer = told(kind, category, where, details == null ? "" : details);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.text("type")).isEqualTo("urn:shouwen:problem:" + name);
        assertThat(answer.text("detail")).matches("(?s).*\\p{IsHan}.*");
    }

    @Test
    void praiseOffersNothingToUndo() {
        String number = open("PRAISE", "PRAISE_DESK", "\"praised\": \"desk2\"");
        Map<String, String> undoing = Map.of(
                "withdrawal", "{\"reason\": \"不要了\"}",
                "urge", "",
                "reopening", "{\"reason\": \"不要了\"}",
                "transfer", "{\"reason\": \"不归我\", \"post\": \"lead-east\"}");
        undoing.forEach((path, body) -> {
            Api.Answer answer = desk.post("/api/tickets/" + number + "/" + path, body);
            assertThat(answer.status()).as(answer.text()).isEqualTo(409);
            assertThat(answer.text("type")).isEqualTo("urn:shouwen:problem:action-not-offered");
        });
    }
}
