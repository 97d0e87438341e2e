package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.access.Accounts;
import org.shouwen.notification.Notice;
import org.shouwen.notification.Notices;
import org.shouwen.renovation.Renovations;
import org.shouwen.testing.Api;
import org.shouwen.testing.RegisteredRenovation;
import org.shouwen.testing.RunningDesk;
import org.springframework.beans.factory.annotation.Autowired;

/** Renovations over the API: told once, supplemented, approved in time; and what is refused in one sentence. */
@Tag("scenario")
class RenovationIT extends RunningDesk {

    private static final String MAIL = "zhao@residents.example";

    private static int room;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Notices notices;

    @Autowired
    private Renovations renovations;

    private Api desk;

    @BeforeEach
    void atTheDesk() {
        desk = api();
    }

    private Api as(String account) {
        accounts.registerToken(account, "test", "token-of-" + account + "-for-tests");
        return new Api(port, "token-of-" + account + "-for-tests");
    }

    private static String nextHome() {
        room++;
        return "3-2-%d0%d".formatted(1 + room % 10, 1 + room / 10);
    }

    private Api.Answer apply(String home, String details) {
        return desk.post("/api/tickets", """
                {"kind": "RENOVATION", "category": "RENOVATION_HOME", %s, "channel": "WALK_IN",
                 "reporter": {"name": "赵一", "phone": "138 1234 5678", "email": "%s"},
                 "description": "全屋重新装修", "details": {%s}}
                """.formatted(home, MAIL, details));
    }

    private String applied(String details) {
        Api.Answer answer = apply("\"home\": \"" + nextHome() + "\"", details);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        runJobs();
        return answer.text("number");
    }

    private Api.Answer tries(String person, String number, String step, String inputs) {
        Api.Answer answer = as(person).post("/api/tickets/" + number + "/steps/" + step, inputs);
        runJobs();
        return answer;
    }

    private void does(String person, String number, String step, String inputs) {
        Api.Answer answer = tries(person, number, step, inputs);
        assertThat(answer.status()).as(step + answer.text()).isEqualTo(200);
    }

    private JsonNode renovation(String number) {
        return desk.get("/api/tickets/" + number + "/renovation").body();
    }

    private JsonNode limit(String number, String clock) {
        for (JsonNode limit : desk.get("/api/tickets/" + number).body().path("limits")) {
            if (limit.path("clock").asText().equals(clock)) {
                return limit;
            }
        }
        throw new AssertionError(number + " has no clock " + clock);
    }

    private List<String> steps(String number) {
        return desk.get("/api/tickets/" + number + "/steps")
                .body()
                .path("items")
                .findValuesAsText("step");
    }

    private List<Notice> written(String number, String template) {
        return notices.ofTicket(number).stream()
                .filter(notice -> notice.isToResident() && notice.template().equals(template))
                .toList();
    }

    /** Open items of the one notice, as codes. */
    private List<String> open(String number) {
        List<String> codes = new ArrayList<>();
        desk.get("/api/tickets/" + number + "/notice").body().path("items").forEach(item -> {
            if (item.path("section").asText().equals("NOW") && !item.hasNonNull("settledAt")) {
                codes.add(item.path("code").asText());
            }
        });
        return codes;
    }

    /** 4.15: three working days from Friday 13 February 16:00 are the 14th (make-up), the 24th and the 25th. */
    @Test
    void oneNoticeNamesAllThreeAndTheThirdWorkingDayComesAfterTheSpringFestival() {
        time.travelTo("2026-02-11T09:00");
        String number = applied("""
                "applicant": "OWNER", "ordinary": "true", "wetRoom": "true", "from": "2026-03-02", "until": "2026-05-30"
                """);
        assertThat(number).startsWith("ZS-26-");
        assertThat(limit(number, "RESPOND").path("due").asText()).isEqualTo("2026-02-12T18:00:00+08:00");
        does("desk1", number, "checkPapers", "{\"papers\": [\"PLAN\"]}");

        assertThat(open(number)).containsExactly("TAKE_OUT_WET_ROOM", "OWNERSHIP", "IDENTITY");
        assertThat(written(number, "requirements.to-resident"))
                .singleElement()
                .satisfies(notice -> assertThat(notice.body()).contains("GZ-26-", "改为卫生间、厨房", "所有权", "身份", "第5条第2项"));
        assertThat(renovation(number).path("waitsUntil").asText()).isNotEmpty();
        assertThat(desk.get("/api/tickets/" + number).body().path("limits").findValuesAsText("clock"))
                .containsExactly("RESPOND");

        time.travelTo("2026-02-13T16:00");
        does("desk2", number, "bringPapers", """
                {"papers": ["OWNERSHIP", "IDENTITY", "TAKE_OUT_WET_ROOM"], "identity": "0021"}
                """);
        assertThat(open(number)).isEmpty();
        assertThat(limit(number, "FINISH").path("due").asText()).isEqualTo("2026-02-25T18:00:00+08:00");
        assertThat(limit(number, "FINISH").path("explanation").asText()).contains("2月14日", "2月24日", "2月25日");

        time.travelTo("2026-02-24T10:00");
        does("lead", number, "reviewPlan", "{\"finding\": \"SOUND\", \"words\": \"不动结构\"}");
        time.travelTo("2026-02-25T17:30");
        does("supervisor", number, "decideRegistration", "{\"decision\": \"APPROVED\", \"reason\": \"材料齐全\"}");
        assertThat(limit(number, "FINISH").path("stoppedAt").asText()).isEqualTo("2026-02-25T17:30:00+08:00");
        assertThat(written(number, "requirements.to-resident")).hasSize(1);
        assertThat(written(number, "renovation-approved.to-resident")).hasSize(1);
        assertThat(steps(number)).containsExactly("signAgreement");

        does("desk1", number, "signAgreement", """
                {"done": ["AGREEMENT", "CAUTIONS", "NEIGHBOURS", "FIRE_EXTINGUISHERS"], "received": ["OWNER"],
                 "waste": "袋装清运", "facade": "不改变外立面", "fee": 0, "breach": "限期整改"}
                """);
        JsonNode certificate = renovation(number).path("certificate");
        assertThat(certificate.path("number").asText()).startsWith("ZJ-26-");
        assertThat(certificate.path("from").asText()).isEqualTo("2026-03-02");
        assertThat(written(number, "renovation-registered.to-resident"))
                .singleElement()
                .satisfies(notice -> assertThat(notice.body())
                        .contains(certificate.path("number").asText(), "允许施工的时间"));
        assertThat(desk.get("/api/tickets/" + number + "/certificate/paper").status())
                .isEqualTo(200);
    }

    @Test
    void aForbiddenActAndAMissingPaperAreApprovedByNobody() {
        String number = applied("""
                "applicant": "OWNER", "ordinary": "true", "bearingStructure": "true", "from": "2026-12-07",
                "until": "2027-02-05"
                """);
        does("desk1", number, "checkPapers", "{\"papers\": [\"PLAN\", \"OWNERSHIP\"]}");
        assertThat(steps(number)).containsExactly("bringPapers");
        Api.Answer early =
                tries("supervisor", number, "decideRegistration", "{\"decision\": \"APPROVED\", \"reason\": \"急\"}");
        assertThat(early.status()).isEqualTo(409);
        assertThat(renovation(number).path("acts").findValuesAsText("result")).contains("FORBIDDEN");
    }

    /** 110号 9: who renews a waterproofing without a firm, or with one that has no certificate, is not registered. */
    @Test
    void withoutAFirmThatHasTheQualificationNothingIsRegistered() {
        String number = applied("""
                "applicant": "OWNER", "ordinary": "true", "waterproofing": "true", "from": "2026-12-07", "until": "2027-01-29"
                """);
        does("desk1", number, "checkPapers", """
                {"papers": ["PLAN", "OWNERSHIP", "IDENTITY", "WATERPROOF_PLAN"], "identity": "0021"}
                """);
        assertThat(open(number)).containsExactly("QUALIFICATION");
        assertThat(written(number, "requirements.to-resident"))
                .singleElement()
                .satisfies(notice -> assertThat(notice.body()).contains("须委托有相应资质的装修企业施工", "第9条"));
        does("desk2", number, "bringPapers", "{\"papers\": [\"QUALIFICATION\"]}");
        does("lead", number, "reviewPlan", "{\"finding\": \"SOUND\", \"words\": \"不动结构\"}");
        does("supervisor", number, "decideRegistration", "{\"decision\": \"APPROVED\", \"reason\": \"材料齐全\"}");

        String signed = """
                {"done": ["AGREEMENT", "CAUTIONS", "NEIGHBOURS", "FIRE_EXTINGUISHERS"], "received": ["OWNER", "CONTRACTOR"],
                 "waste": "袋装清运", "facade": "不改变外立面", "fee": 0, "breach": "限期整改"}
                """;
        Api.Answer early = tries("desk1", number, "signAgreement", signed);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("detail")).contains("登记有相应资质的施工单位", "第9条");
        Api.Answer unqualified = desk.post("/api/tickets/" + number + "/renovation/contractor", """
                {"firm": "老王装修队", "qualification": "", "person": "王工", "phone": "13900001111"}
                """);
        assertThat(unqualified.status()).isEqualTo(422);
        assertThat(unqualified.text("detail")).contains("资质证书编号");
        assertThat(renovation(number).path("certificate").isMissingNode()).isTrue();

        Api.Answer qualified = desk.post("/api/tickets/" + number + "/renovation/contractor", """
                {"firm": "美家装饰", "qualification": "鲁D-0012", "person": "李工", "phone": "13900002222"}
                """);
        assertThat(qualified.status()).as(qualified.text()).isEqualTo(200);
        does("desk1", number, "signAgreement", signed);
        assertThat(renovation(number).path("certificate").path("number").asText())
                .startsWith("ZJ-26-");
    }

    @Test
    void aLaterItemTakesAReasonAndIsCounted() {
        String number = applied("\"applicant\": \"OWNER\", \"ordinary\": \"true\", \"from\": \"2026-12-07\","
                + " \"until\": \"2027-02-05\"");
        does(
                "desk1",
                number,
                "checkPapers",
                "{\"papers\": [\"PLAN\", \"OWNERSHIP\", \"IDENTITY\"], \"identity\": \"1234\"}");
        does("lead", number, "reviewPlan", "{\"finding\": \"UNSOUND\", \"words\": \"缺邻居意见\"}");
        Api.Answer refused = tries(
                "supervisor", number, "decideRegistration", "{\"decision\": \"SUPPLEMENT\", \"item\": \"邻居同意书\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains("一次性告知书", "没有列出", "邻居同意书");
        assertThat(steps(number)).containsExactly("decideRegistration");
        does("supervisor", number, "decideRegistration", """
                {"decision": "SUPPLEMENT", "item": "邻居同意书", "reason": "楼上多次投诉"}
                """);
        assertThat(desk.get("/api/tickets/" + number).body().path("pause").toString())
                .contains("SUPPLEMENT");
        assertThat(as("supervisor")
                        .get("/api/one-time-notices/breaches?month=2026-11")
                        .text())
                .contains("邻居同意书", "楼上多次投诉", number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            "applicant": "OWNER", "ordinary": "true", "from": "2026-12-07", "until": "2026-12-01" | dates-order | 不能早于开工日期
            "applicant": "OWNER", "ordinary": "true", "from": "2026-11-01", "until": "2026-12-01" | start-past | 不能早于今天
            "applicant": "USER", "ordinary": "true", "from": "2026-12-07", "until": "2026-12-31" | consent-missing | 第十三条
            "applicant": "OWNER", "ordinary": "true", "firm": "美家", "from": "2026-12-07", "until": "2026-12-31" | qualification-missing | 第十四条
            "applicant": "OWNER", "from": "2026-12-07", "until": "2026-12-31" | acts-missing | 至少勾选一项
            "applicant": "OWNER", "swimmingPool": "true", "from": "2026-12-07", "until": "2026-12-31" | detail-undeclared | swimmingPool
            """)
    void whatCannotBeTakenIsRefusedInOneSentence(String details, String name, String words) {
        String home = nextHome();
        Api.Answer answer = apply("\"home\": \"" + home + "\"", details);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.text("type")).isEqualTo("urn:shouwen:problem:" + name);
        assertThat(answer.text("detail")).contains(words);
        assertThat(renovations.openAt(home)).isEmpty();
    }

    @Test
    void actsWithoutTheirHome() {
        String details =
                "\"applicant\": \"OWNER\", \"ordinary\": \"true\", \"from\": \"2026-12-07\", \"until\": \"2026-12-31\"";
        assertThat(apply("\"place\": \"GATE-E1\"", details).text("detail")).contains("房号");
        assertThat(apply("\"site\": \"east\"", details).status()).isEqualTo(422);
    }

    @Test
    void whoAnswersForTheWorkIsNamedBeforeTheCertificateAndShownInFullToTheOfficeAlone() {
        String number = applied("""
                "applicant": "OWNER", "ordinary": "true", "firm": "美家装饰", "qualification": "鲁D-0012",
                "from": "2026-12-07", "until": "2027-02-05"
                """);
        Api.Answer wrong = desk.post(
                "/api/tickets/" + number + "/renovation/contractor", "{\"person\": \"王工\", \"phone\": \"12\"}");
        assertThat(wrong.status()).isEqualTo(422);
        Api.Answer named = desk.post(
                "/api/tickets/" + number + "/renovation/contractor",
                "{\"person\": \"王工\", \"phone\": \"13900001111\"}");
        assertThat(named.status()).as(named.text()).isEqualTo(200);
        assertThat(named.text()).contains("13900001111");
        assertThat(as("electrician1")
                        .get("/api/tickets/" + number + "/renovation")
                        .text())
                .contains("139****1111")
                .doesNotContain("13900001111");
        Api.Answer moved = desk.post(
                "/api/tickets/" + number + "/renovation/period",
                "{\"from\": \"2026-12-14\", \"until\": \"2026-12-01\"}");
        assertThat(moved.text("type")).endsWith("dates-order");
        assertThat(renovation(number).path("from").asText()).isEqualTo("2026-12-07");
        Api.Answer revoked =
                as("supervisor").post("/api/tickets/" + number + "/certificate/revocation", "{\"reason\": \"违规\"}");
        assertThat(revoked.text("type")).endsWith("certificate-missing");
    }

    /** The certificate says how long people may work: that is no matter of the desk. */
    @Test
    void theCertificateIsExtendedAndRevokedByTheSupervisorAlone() {
        String number = RegisteredRenovation.of(nextHome(), desk, renovations, time);
        String extension = "/api/tickets/" + number + "/certificate/extension";
        String longer = "{\"until\": \"2026-10-31\", \"reason\": \"雨天停工\"}";
        Api.Answer refused = desk.post(extension, longer);
        assertThat(refused.status()).as(refused.text()).isEqualTo(403);
        assertThat(refused.text("detail")).contains("不能延期", "主管或项目经理");
        assertThat(renovation(number).path("certificate").path("until").asText())
                .isEqualTo("2026-09-30");

        assertThat(as("supervisor").post(extension, longer).status()).isEqualTo(200);
        assertThat(renovation(number).path("certificate").path("until").asText())
                .isEqualTo("2026-10-31");
        String revocation = "/api/tickets/" + number + "/certificate/revocation";
        assertThat(desk.post(revocation, "{\"reason\": \"违规\"}").status()).isEqualTo(403);
        assertThat(as("supervisor").post(revocation, "{\"reason\": \"违规\"}").status())
                .isEqualTo(200);
    }
}
