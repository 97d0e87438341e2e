package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.access.Accounts;
import org.shouwen.onetimenotice.Item;
import org.shouwen.onetimenotice.OneTimeNoticeDesk;
import org.shouwen.renovation.Requirement;
import org.shouwen.renovation.SupplementDesk;
import org.shouwen.testing.Api;
import org.shouwen.testing.RunningDesk;
import org.shouwen.workerpass.WorkerPassDesk;
import org.springframework.beans.factory.annotation.Autowired;

/** The site of a renovation over the API, from the first patrol to the closed file; work from 2026-09-21 to 11-20. */
@Tag("scenario")
class WorksiteIT extends RunningDesk {

    private static int room;

    @Autowired
    private Accounts accounts;

    @Autowired
    private SupplementDesk supplements;

    @Autowired
    private OneTimeNoticeDesk notices;

    @Autowired
    private WorkerPassDesk passes;

    private Api as(String account) {
        accounts.registerToken(account, "test", "token-of-" + account + "-for-tests");
        return new Api(port, "token-of-" + account + "-for-tests");
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

    private static String codes(Collection<String> codes) {
        return codes.stream().collect(Collectors.joining("\", \"", "[\"", "\"]"));
    }

    /** Applied for on 14 September, complete at once, approved, signed. */
    private String registered(String act) {
        time.travelTo("2026-09-14T09:00");
        Api.Answer answer = api().post("/api/tickets", """
                        {"kind": "RENOVATION", "category": "RENOVATION_HOME", "home": "3-1-%d04", "channel": "WALK_IN",
                         "reporter": {"name": "张三", "phone": "13812345678"}, "description": "全屋重新装修",
                         "details": {"applicant": "OWNER", %s, "from": "2026-09-21", "until": "2026-11-20"}}
                        """.formatted(
                        ++room,
                        Stream.of("ordinary", "workers", act)
                                .distinct()
                                .map("\"%s\": \"true\""::formatted)
                                .collect(Collectors.joining(", "))));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        String number = answer.text("number");
        assertThat(api().post("/api/tickets/" + number + "/renovation/contractor", """
                                {"firm": "美家装饰", "qualification": "鲁D-0012", "person": "王工", "phone": "13900002222"}
                                """)
                        .status())
                .isEqualTo(200);
        runJobs();
        does(
                "desk1",
                number,
                "checkPapers",
                "{\"identity\": \"123X\", \"papers\": "
                        + codes(supplements.required(number).stream()
                                .map(Requirement::code)
                                .toList())
                        + "}");
        does("lead", number, "reviewPlan", "{\"finding\": \"SOUND\", \"words\": \"不影响结构\"}");
        does("supervisor", number, "decideRegistration", "{\"decision\": \"APPROVED\", \"reason\": \"符合规定\"}");
        does("desk1", number, "signAgreement", """
                {"received": ["OWNER", "CONTRACTOR"], "waste": "袋装清运", "facade": "不改变外立面", "fee": 200,
                 "breach": "限期整改", "done": %s}
                """.formatted(
                        codes(notices.open(number, Requirement.Stage.BEFORE_START.name()).stream()
                                .map(Item::code)
                                .toList())));
        return number;
    }

    private List<String> steps(String number) {
        return api().get("/api/tickets/" + number + "/steps")
                .body()
                .path("items")
                .findValuesAsText("step");
    }

    private JsonNode step(String number, String step) {
        for (JsonNode item : (ArrayNode)
                api().get("/api/tickets/" + number + "/steps").body().path("items")) {
            if (item.path("step").asText().equals(step)) {
                return item;
            }
        }
        throw new AssertionError("not open: " + step + ", but " + steps(number));
    }

    private JsonNode site(String number) {
        return api().get("/api/tickets/" + number + "/site").body();
    }

    private static final String BEARING_WALL = """
            {"outcome": "VIOLATION", "phase": "DEMOLITION", "points": ["BEARING"], "violation": "BEARING_STRUCTURE",
             "spot": "STOPPED", "remark": "客厅与阳台之间的承重墙凿开", "photo": "照片 3"}
            """;

    /** 上海 59, 110号 17: what is not put right is reported within a day; the week of the National Day stops nothing. */
    @Test
    void aBearingWallOnTheFirstOfOctoberIsReportedOnTheSecond() {
        String number = registered("ordinary");
        time.travelTo("2026-10-01T10:00");
        does("plumber1", number, "patrol", BEARING_WALL);
        JsonNode violation = site(number).path("violations").get(0);
        assertThat(violation.path("gravity").asText()).isEqualTo("SERIOUS");
        assertThat(violation.path("notice").asText()).startsWith("ZG-26-");
        assertThat(violation.path("rectifyBy").asText()).isEqualTo("2026-10-02T10:00:00+08:00");
        does("plumber1", number, "deliverNotice", "{\"receiver\": \"CONTRACTOR\", \"proof\": \"SIGNED\"}");

        time.travelTo("2026-10-02T10:30");
        does("plumber1", number, "reinspect", "{\"finding\": \"NOT_RECTIFIED\", \"remark\": \"洞口没有恢复\"}");
        JsonNode report = step(number, "reportViolation");
        assertThat(report.path("due").asText()).isEqualTo("2026-10-03T10:30:00+08:00");
        Api.Answer unproven = tries("supervisor", number, "reportViolation", "{\"receipt1\": \"业委会收 12 号\"}");
        assertThat(unproven.status()).isEqualTo(422);
        assertThat(unproven.text("detail")).contains("没有回执不算上报");

        // Nobody reports: on the third, in the middle of the holiday, it is supervised
        time.travelTo("2026-10-03T10:31");
        runJobs();
        assertThat(steps(number)).contains("reportViolation", "acknowledge");
        does("supervisor", number, "reportViolation", "{\"receipt1\": \"业委会收 12 号\", \"receipt2\": \"住建 2026-88\"}");
        assertThat(site(number).path("violations").get(0).path("reports").findValuesAsText("receipt"))
                .containsExactly("业委会收 12 号", "住建 2026-88");
        assertThat(site(number).path("violations").get(0).path("rectified").asBoolean())
                .isFalse();
    }

    /** Who takes the application back and builds on is still told to stop, and it is still looked whether he has. */
    @Test
    void anUnregisteredStartIsFollowedToItsEndThoughTheApplicationIsTakenBack() {
        time.travelTo("2026-09-14T09:00");
        Api.Answer applied = api().post("/api/tickets", """
                {"kind": "RENOVATION", "category": "RENOVATION_HOME", "home": "3-1-%d04", "channel": "WALK_IN",
                 "reporter": {"name": "张三", "phone": "13812345678"}, "description": "全屋重新装修",
                 "details": {"applicant": "OWNER", "ordinary": "true", "from": "2026-09-21", "until": "2026-11-20"}}
                """.formatted(++room));
        assertThat(applied.status()).as(applied.text()).isEqualTo(201);
        String number = applied.text("number");
        runJobs();
        String deeds = "/api/tickets/" + number;
        String seen = "{\"spot\": \"STOPPED\", \"what\": \"已在砸墙\"}";
        assertThat(api().post(deeds + "/renovation/unregistered-start", seen).status())
                .isEqualTo(200);
        runJobs();
        assertThat(api().post(deeds + "/withdrawal", "{\"reason\": \"不装了\"}").status())
                .isLessThan(300);
        runJobs();
        assertThat(steps(number)).containsExactly("deliverNotice");
        does("plumber1", number, "deliverNotice", "{\"receiver\": \"CONTRACTOR\", \"proof\": \"SIGNED\"}");
        time.travelTo("2026-09-30T10:00");
        runJobs();
        does("plumber1", number, "reinspect", "{\"finding\": \"RECTIFIED\", \"remark\": \"已停工撤场\"}");
        assertThat(steps(number)).isEmpty();
        assertThat(api().post(deeds + "/renovation/unregistered-start", seen).status())
                .isEqualTo(409);
    }

    @Test
    void refusedTheDoorTwiceInARow() {
        String number = registered("ordinary");
        time.travelTo("2026-09-21T10:00");
        does("plumber1", number, "patrol", "{\"outcome\": \"REFUSED\"}");
        assertThat(steps(number)).doesNotContain("acknowledge");
        time.travelTo("2026-09-23T10:00");
        does("plumber1", number, "patrol", "{\"outcome\": \"REFUSED\"}");
        assertThat(steps(number)).contains("acknowledge", "patrol");
        assertThat(site(number).path("patrols").findValuesAsText("outcome")).containsExactly("REFUSED", "REFUSED");
    }

    @Test
    void completionWithMissingPapersAndAFileThatClosesOnlyWhenComplete() {
        String number = registered("waterproofing");
        time.travelTo("2026-09-21T10:00");
        String pass = api().post("/api/tickets/" + number + "/passes", """
                        {"name": "李强", "trade": "水电工", "phone": "13900001111"}
                        """).text("pass");
        does("plumber1", number, "patrol", "{\"outcome\": \"NORMAL\", \"phase\": \"DEMOLITION\", \"points\": []}");
        time.travelTo("2026-11-16T09:00");
        assertThat(api().post("/api/tickets/" + number + "/completion", "{}").status())
                .isEqualTo(200);
        runJobs();
        assertThat(step(number, "inspectCompletion").path("due").asText()).isEqualTo("2026-11-19T18:00:00+08:00");
        Api.Answer refused = tries("lead", number, "inspectCompletion", "{\"result\": \"PASSED\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).startsWith("还不能判合格：").contains("闭水试验");
        does("lead", number, "inspectCompletion", "{\"result\": \"PASSED\", \"papersIn\": true}");

        Api.Answer incomplete = tries("desk1", number, "closeFile", "{}");
        assertThat(incomplete.status()).isEqualTo(409);
        assertThat(incomplete.text("detail")).contains("还有 1 项").contains(pass);
        passes.giveBack(pass, "desk1", time.instant());
        does("desk1", number, "closeFile", "{\"shelf\": \"2026-装-018\"}");
        assertThat(site(number).path("filed").asText()).startsWith("2026-11-16");
        assertThat(steps(number)).doesNotContain("closeFile", "patrol");
    }

    @Test
    void aViolationOverTheApiAndWhatIsWrongWithOne() {
        String number = registered("ordinary");
        time.travelTo("2026-09-21T10:00");
        Api.Answer unknown = api().post(
                        "/api/tickets/" + number + "/violations",
                        "{\"violation\": \"PAINT\", \"what\": \"刷墙\", \"spot\": \"STOPPED\"}");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(site(number).path("violations")).isEmpty();
        Api.Answer found = api().post(
                        "/api/tickets/" + number + "/violations",
                        "{\"violation\": \"WASTE\", \"what\": \"楼道堆垃圾\", \"spot\": \"STOPPED\"}");
        assertThat(found.status()).as(found.text()).isEqualTo(201);
        assertThat(found.body().path("gravity").asText()).isEqualTo("ORDINARY");
        assertThat(found.body().has("notice")).isFalse();
        runJobs();
        assertThat(steps(number)).contains("reinspect", "patrol");
    }
}
