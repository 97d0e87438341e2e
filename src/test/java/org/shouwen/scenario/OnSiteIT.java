package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.access.Accounts;
import org.shouwen.resident.LinkDesk;
import org.shouwen.testing.Api;
import org.shouwen.testing.RunningDesk;
import org.shouwen.testing.Telephone;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes up between the technician's arrival and the resident's yes, over the API. */
@Tag("scenario")
class OnSiteIT extends RunningDesk {

    @Autowired
    private Accounts accounts;

    @Autowired
    private LinkDesk links;

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

    /** Taken by plumber1. */
    private String taken(String mail) {
        Api.Answer answer = desk.post("/api/tickets", """
                {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-101",
                 "reporter": {"name": "张三", "phone": "13812345678", "email": "%s@residents.example"},
                 "description": "厨房水龙头漏水"}
                """.formatted(mail));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        runJobs();
        step(plumber, answer.text("number"), "dispatch", "'handler': 'MYSELF'");
        return answer.text("number");
    }

    private void step(Api person, String number, String step, String inputs) {
        expect(200, person, number, "steps/" + step, inputs);
    }

    /** @param fields JSON without braces, with single quotes */
    private Api.Answer expect(int status, Api person, String number, String path, String fields) {
        Api.Answer answer = person.post("/api/tickets/" + number + "/" + path, "{" + fields.replace('\'', '"') + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        runJobs();
        return answer;
    }

    private JsonNode ticket(String number) {
        return desk.get("/api/tickets/" + number).body();
    }

    private String status(String number) {
        return ticket(number).path("status").asText();
    }

    private OffsetDateTime due(String number, String promise) {
        return OffsetDateTime.parse(ticket(number).path(promise).asText());
    }

    private List<String> steps(String number) {
        return desk.get("/api/tickets/" + number + "/steps")
                .body()
                .path("items")
                .findValuesAsText("step");
    }

    private List<String> events(String number) {
        return desk.get("/api/tickets/" + number + "/timeline")
                .body()
                .path("items")
                .findValuesAsText("event");
    }

    private static OffsetDateTime at(String local) {
        return OffsetDateTime.parse(local + ":00+08:00");
    }

    @Test
    void nobodyAtHomeThenAnotherSlot() {
        String number = taken("absent");
        time.travelTo("2026-11-23T11:00");
        step(plumber, number, "inspectOnSite", "'findings': '敲门无人应', 'result': 'ABSENT'");
        assertThat(ticket(number).path("pause").path("reason").asText()).isEqualTo("RESIDENT_SLOT");
        assertThat(subjects("absent@residents.example", number, 3).get(2)).contains("没能维修");

        time.travelTo("2026-11-23T15:00");
        step(desk, number, "arrangeVisit", "'slotFrom': '2026-11-25T10:00'");
        assertThat(ticket(number).has("pause")).isFalse();
        // P2 at home: at the slot, 15 minutes at most
        assertThat(due(number, "arriveBy")).isEqualTo(at("2026-11-25T10:15"));
        assertThat(subjects("absent@residents.example", number, 4).get(3)).contains("改约");
        assertThat(steps(number)).containsExactly("inspectOnSite");
    }

    @Test
    void refusedEntryIsRecordedAndToldInWriting() {
        String number = taken("refused");
        step(plumber, number, "inspectOnSite", "'findings': '不让进门', 'result': 'REFUSED'");
        assertThat(events(number)).contains("missedVisit");
        assertThat(subjects("refused@residents.example", number, 3).get(2)).contains("没能维修");
        assertThat(steps(number)).containsExactly("arrangeVisit");
        expect(200, desk, number, "withdrawal", "'reason': '不修了'");
        assertThat(status(number)).isEqualTo("WITHDRAWN");
    }

    /**
     * Promised within one working day of Thursday 8 October: Friday 18:00. On Friday at 16:00 two hours are left. Saturday
     * 10 October is worked in place of the holiday: going on at 17:00 leaves one hour of that day, and one on Monday.
     */
    @Test
    void partsAreWaitedForOverTheMakeUpSaturday() {
        time.travelTo("2026-10-08T09:00");
        String number = taken("parts");
        assertThat(due(number, "resolveBy")).isEqualTo(at("2026-10-09T18:00"));
        time.travelTo("2026-10-09T16:00");
        step(
                plumber,
                number,
                "inspectOnSite",
                "'findings': '没有阀芯', 'result': 'WAIT', 'waitingFor': 'PARTS', 'reference': '阀芯', 'until': '2026-10-12T12:00'");
        assertThat(subjects("parts@residents.example", number, 3).get(2)).contains("暂停");
        time.travelTo("2026-10-10T17:00");
        step(plumber, number, "resumeWork", "'note': '阀芯已到'");
        assertThat(due(number, "resolveBy")).isEqualTo(at("2026-10-12T09:30"));
        assertThat(subjects("parts@residents.example", number, 4).get(3)).contains("恢复");
        assertThat(steps(number)).containsExactly("inspectOnSite");
    }

    @Test
    void waitingEndsByItself() {
        String number = taken("weather");
        step(
                plumber,
                number,
                "inspectOnSite",
                "'findings': '暴雨', 'result': 'WAIT', 'waitingFor': 'WEATHER', 'reference': '暴雨', 'until': '2026-11-24T10:00'");
        time.travelTo("2026-11-24T10:01");
        runJobs();
        assertThat(ticket(number).has("pause")).isFalse();
        assertThat(steps(number)).contains("inspectOnSite");
    }

    @Test
    void priceBeforeWork() {
        String number = taken("agreed");
        step(plumber, number, "inspectOnSite", "'findings': '阀芯磨损', 'result': 'QUOTE', 'amount': 80, 'work': '更换龙头'");
        assertThat(subjects("agreed@residents.example", number, 3).get(2)).contains("报价");
        step(desk, number, "confirmQuote", "'answer': 'CHANGED', 'remark': '只换阀芯'");
        step(plumber, number, "reviseQuote", "'amount': 35, 'work': '更换阀芯'");
        step(desk, number, "confirmQuote", "'answer': 'AGREED'");
        String report = "'cause': '磨损', 'work': '更换阀芯', 'materialSource': 'NONE', 'cost': ";
        Api.Answer dear = expect(422, plumber, number, "steps/reportWork", report + "80");
        assertThat(dear.text("detail")).contains("35");
        step(plumber, number, "reportWork", report + "35");
        assertThat(status(number)).isEqualTo("DONE");
    }

    /** Whatever waits for the resident's yes stands on his page, with how much, until he has said it; and when somebody comes. */
    @Test
    void hisPageSaysWhenSomebodyComesAndWhatWaitsForHisYes() {
        time.travelTo("2026-11-23T09:00");
        String number = taken("page");
        String working = "工作人员已到场，正在办理";
        assertThat(page(number)).doesNotContain("约定上门", "报价");
        expect(
                200,
                desk,
                number,
                "appointment",
                "'from': '2026-11-23T14:00', 'to': '2026-11-23T16:00', 'reason': '业主下午在家'");
        assertThat(page(number)).contains("约定上门", "11月23日（周一）14:00 至 16:00");
        expect(
                200,
                desk,
                number,
                "appointment",
                "'from': '2026-11-24T09:00', 'to': '2026-11-24T11:00', 'reason': '业主改明天'");
        assertThat(page(number)).contains("11月24日（周二）09:00 至 11:00").doesNotContain("14:00 至 16:00");
        time.travelTo("2026-11-24T09:10");
        step(plumber, number, "inspectOnSite", "'findings': '阀芯磨损', 'result': 'QUOTE', 'amount': 120, 'work': '更换龙头'");
        assertThat(page(number)).contains("等您答复", "报价 120 元：更换龙头", "您同意才会动工").doesNotContain(working);
        step(desk, number, "confirmQuote", "'answer': 'CHANGED', 'remark': '只换阀芯'");
        assertThat(page(number)).contains("您要求修改报价").doesNotContain(working);
        step(plumber, number, "reviseQuote", "'amount': 100, 'work': '更换阀芯'");
        assertThat(page(number)).contains("等您答复", "报价 100 元：更换阀芯").doesNotContain(working);
        step(desk, number, "confirmQuote", "'answer': 'AGREED'");
        assertThat(page(number)).contains(working, "100 元：更换阀芯", "您已同意").doesNotContain("等您答复");
        step(plumber, number, "reportWork", "'cause': '磨损', 'work': '更换阀芯', 'materialSource': 'NONE', 'cost': 100");
        // What counts as a yes if he says nothing is told, too
        assertThat(page(number)).contains("等您验收", "视为验收合格", "收费 100 元").doesNotContain("约定上门");
    }

    private String page(String number) {
        return Telephone.text(new Telephone(port)
                .open(URI.create(links.issue(number, "desk1", time.instant())).getPath()));
    }

    @Test
    void aPriceThatIsDeclinedEndsTheRepair() {
        String number = taken("declined");
        step(plumber, number, "inspectOnSite", "'findings': '阀芯磨损', 'result': 'QUOTE', 'amount': 80, 'work': '更换龙头'");
        step(desk, number, "confirmQuote", "'answer': 'DECLINED', 'remark': '自己修'");
        assertThat(status(number)).isEqualTo("WITHDRAWN");
        assertThat(steps(number)).isEmpty();
        assertThat(subjects("declined@residents.example", number, 4).get(3)).contains("不再维修");
    }

    /** Reported on Monday; three working days: Thursday's closing time. */
    @Test
    void whoDoesNotAnswerIsDeemedToHaveAccepted() {
        String number = taken("silent");
        step(plumber, number, "inspectOnSite", "'findings': '接头松动'");
        step(plumber, number, "reportWork", "'cause': '松动', 'work': '紧固', 'materialSource': 'NONE'");
        time.travelTo("2026-11-26T17:59");
        runJobs();
        assertThat(status(number)).isEqualTo("DONE");
        time.travelTo("2026-11-26T18:01");
        runJobs();
        assertThat(status(number)).isEqualTo("VISIT_DUE");
        assertThat(subjects("silent@residents.example", number, 4).get(3)).contains("视为验收");
    }

    @Test
    void dangerFoundOnSiteMakesItAnEmergency() {
        String number = taken("danger");
        step(plumber, number, "inspectOnSite", "'findings': '水流进配电箱'");
        Api.Answer corrected = expect(200, plumber, number, "correction", "'danger': 'PERSON', 'reason': '配电箱进水'");
        assertThat(corrected.text("priority")).isEqualTo("P0");
        assertThat(status(number)).isEqualTo("RECEIVED");
        // 5 and 15 minutes and 2 hours from the correction
        assertThat(due(number, "respondBy")).isEqualTo(at("2026-11-23T09:05"));
        assertThat(due(number, "resolveBy")).isEqualTo(at("2026-11-23T11:00"));
        assertThat(steps(number)).contains("answerCall");
        assertThat(ticket(number).path("firstResponder").asText()).isEqualTo("desk1");
    }

    @Test
    void anotherPostAnotherTimeAnotherPerson() {
        String number = taken("moved");
        expect(200, desk, number, "appointment", "'from': '2026-11-25T14:00', 'reason': '业主要上班'");
        assertThat(due(number, "arriveBy")).isEqualTo(at("2026-11-25T14:15"));
        assertThat(subjects("moved@residents.example", number, 3).get(2)).contains("改约");
        expect(200, as("lead"), number, "reassignment", "'handler': 'plumber2', 'reason': '离得近'");
        assertThat(ticket(number).path("handler").asText()).isEqualTo("plumber2");
        expect(403, as("electrician1"), number, "transfer", "'post': 'electrical-east', 'reason': '不归我'");
        expect(403, as("electrician1"), number, "correction", "'danger': 'PERSON', 'reason': '不归我'");
        expect(200, desk, number, "transfer", "'post': 'electrical-east', 'reason': '是电热水器'");
        assertThat(ticket(number).path("transfers").asInt()).isEqualTo(1);
        assertThat(ticket(number).has("handler")).isFalse();
        assertThat(steps(number)).containsExactly("dispatch");
        expect(422, desk, number, "appointment", "'from': 'tomorrow', 'reason': '业主要上班'");
        expect(422, desk, number, "appointment", "'from': '2026-11-20T14:00', 'reason': '业主要上班'");
        expect(422, desk, number, "transfer", "'post': 'nowhere', 'reason': '错了'");
        expect(409, desk, number, "reopening", "'reason': '又漏了'");
    }

    @Test
    void aLeakGoesThroughThreeRoutesThenWeRepairIt() {
        Api.Answer opened = desk.post("/api/tickets", """
                {"kind": "REPAIR", "category": "SEEPAGE", "home": "1-1-101",
                 "reporter": {"name": "张三", "phone": "13812345678", "email": "leak@residents.example"},
                 "description": "外墙渗水"}
                """);
        String number = opened.text("number");
        runJobs();
        step(as("lead"), number, "dispatch", "'handler': '%s'".formatted(holder(number)));
        Api handler = as(holder(number));
        step(handler, number, "accept", "'decision': 'ACCEPT'");
        step(handler, number, "inspectOnSite", "'findings': '外墙裂缝', 'result': 'EXTERNAL'");
        String day = "2026-12-0";
        int route = 1;
        for (String party : List.of("OWNER_ORGANISATION", "CONSTRUCTION_CENTRE", "CONTRACTOR")) {
            step(
                    desk,
                    number,
                    "sendLetter",
                    "'party': '%s', 'name': '单位 %d', 'letterNumber': '函 %d 号', 'promisedOn': '%s%dT18:00'"
                            .formatted(party, route, route, day, route));
            assertThat(ticket(number).path("pause").path("reference").asText()).isEqualTo("函 " + route + " 号");
            // The date comes and nothing is done: reported up, our clock runs on
            time.travelTo(day + route + "T18:01");
            runJobs();
            assertThat(ticket(number).has("pause")).isFalse();
            assertThat(events(number)).contains("escalated");
            step(
                    desk,
                    number,
                    "followUp",
                    "'result': '%s', 'remark': '对方没有来'".formatted(route < 3 ? "NEXT_PARTY" : "OWN_REPAIR"));
            route++;
        }
        assertThat(events(number)).filteredOn("letterSent"::equals).hasSize(3);
        assertThat(events(number)).filteredOn("letterEnded"::equals).hasSize(3);
        assertThat(steps(number)).contains("inspectOnSite");
        assertThat(subjects("leak@residents.example", number, 5))
                .filteredOn(subject -> subject.contains("外单位"))
                .hasSize(3);
    }

    /** @return somebody on the ticket's post */
    private String holder(String number) {
        String post = ticket(number).path("post").asText();
        return post.startsWith("plumbing") ? "plumber1" : post.startsWith("electrical") ? "electrician1" : "lead";
    }
}
