package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.access.Accounts;
import org.shouwen.calendar.DayKind;
import org.shouwen.citypack.City;
import org.shouwen.citypack.DayHours;
import org.shouwen.citypack.EstateLevel;
import org.shouwen.citypack.PassMeaning;
import org.shouwen.citypack.QuietPeriod;
import org.shouwen.citypack.SitePolicies;
import org.shouwen.citypack.SitePolicy;
import org.shouwen.credential.Credentials;
import org.shouwen.credential.Verdict;
import org.shouwen.gate.Goods;
import org.shouwen.gate.Slips;
import org.shouwen.renovation.Renovations;
import org.shouwen.testing.Api;
import org.shouwen.testing.RegisteredRenovation;
import org.shouwen.testing.RunningDesk;
import org.shouwen.workerpass.PassEvent;
import org.shouwen.workerpass.WorkerPassDesk;
import org.shouwen.workerpass.WorkerPasses;
import org.springframework.beans.factory.annotation.Autowired;

/** Workers at the gate of a renovation that is registered from 7 to 30 September 2026. */
@Tag("scenario")
class GateIT extends RunningDesk {

    private static final String WORKER = """
            {"name": "李强", "trade": "水电工", "phone": "139 0000 1111"}
            """;
    private static int room;

    @Autowired
    private SitePolicies policies;

    @Autowired
    private Renovations renovations;

    @Autowired
    private WorkerPasses passes;

    @Autowired
    private WorkerPassDesk desk;

    @Autowired
    private Credentials credentials;

    @Autowired
    private Slips slips;

    @Autowired
    private Accounts accounts;

    @AfterEach
    void theCountrysLaw() {
        policies.choose(SitePolicy.usual("east"), "manager", Instant.EPOCH);
    }

    private void city(City city) {
        SitePolicy usual = SitePolicy.usual("east");
        policies.choose(
                new SitePolicy(
                        "east",
                        city,
                        usual.level(),
                        usual.deposit(),
                        usual.refusesMaterial(),
                        usual.passes(),
                        usual.ownHours(),
                        usual.quietPeriods()),
                "manager",
                time.instant());
    }

    /** @return number of the ticket of a renovation that may be carried out */
    private String registered() {
        return RegisteredRenovation.of("2-1-" + ++room + "01", api(), renovations, time);
    }

    private String pass(String ticket) {
        Api.Answer issued = api().post("/api/tickets/" + ticket + "/passes", WORKER);
        assertThat(issued.status()).as(issued.text()).isEqualTo(201);
        assertThat(issued.text())
                .doesNotContain("李强")
                .doesNotContain("00001111")
                .contains("李**（水电工）");
        return issued.text("pass");
    }

    private Api.Answer enter(String code) {
        return api().post("/api/gate/entries", "{\"code\": \"" + code + "\"}");
    }

    private Verdict scanned(String pass, int issue) {
        return credentials.verify(credentials.token(WorkerPassDesk.PAPER, pass, issue), time.instant());
    }

    @Test
    void atOneOClockInHangzhouAndOnASundayInBeijingTheyAreTurnedAwayOnTheMakeUpSundayTheyComeIn() {
        String pass = pass(registered());

        city(City.HANGZHOU);
        time.travelTo("2026-09-16T13:00");
        Api.Answer noon = enter(pass);
        assertThat(noon.status()).as(noon.text()).isEqualTo(409);
        assertThat(noon.text("detail")).contains("请等到 14:00").contains("杭州市环境噪声管理条例第37条");
        assertThat(scanned(pass, 1).state()).isEqualTo(Verdict.State.OUTSIDE_HOURS);

        city(City.BEIJING);
        time.travelTo("2026-09-13T10:00");
        assertThat(enter(pass).text("detail")).contains("今天是周日，休息日，全天不得施工");

        time.travelTo("2026-09-20T10:00");
        assertThat(scanned(pass, 1).state()).isEqualTo(Verdict.State.VALID);
        assertThat(enter(pass).status()).isEqualTo(201);
        assertThat(api().get("/api/gate/inside?site=east").text()).contains(pass);
        assertThat(passes.atTheGate("east", time.instant().minus(Duration.ofDays(10)), 50))
                .filteredOn(event -> event.pass().equals(pass))
                .extracting(PassEvent::kind)
                .containsExactly(PassEvent.Kind.ENTERED, PassEvent.Kind.TURNED_AWAY, PassEvent.Kind.TURNED_AWAY);
    }

    /** 法定节假日（不含双休日）: a Saturday worked for the National Day is worked, also at noon; the day itself is not. */
    @Test
    void inShanghaiTheyComeInOnAMakeUpSaturdayAndNotOnTheFirstOfOctober() {
        String ticket = registered();
        String pass = pass(ticket);
        renovations.extended(renovations.get(ticket).certificate().orElseThrow().number(), LocalDate.of(2026, 10, 31));
        city(City.SHANGHAI);
        time.travelTo("2026-10-01T10:00");
        assertThat(enter(pass).text("detail")).contains("国庆节法定假日，全天不得施工").contains("条号待核");
        time.travelTo("2026-10-10T13:00");
        assertThat(enter(pass).status()).isEqualTo(201);
    }

    @Test
    void lostCopiedSuspendedExpired() {
        String pass = pass(registered());
        String lost = credentials.link(credentials.token(WorkerPassDesk.PAPER, pass, 1));
        time.travelTo("2026-09-16T10:00");

        desk.replace(pass, "desk1", time.instant());
        assertThat(enter(lost).text("detail")).contains("这是挂失前的旧卡");
        String card = credentials.link(credentials.token(WorkerPassDesk.PAPER, pass, 2));
        assertThat(enter(card).status()).isEqualTo(201);
        assertThat(enter(card).text("detail")).contains("这张码可能是复制的");
        assertThat(api().post("/api/gate/exits", "{\"code\": \"" + card + "\"}").status())
                .isEqualTo(201);

        desk.suspend(pass, Optional.of(Instant.parse("2026-09-16T16:00:00Z")), "超时施工", "lead", time.instant());
        assertThat(enter(card).text("detail")).contains("暂停使用：超时施工");
        time.travelTo("2026-09-17T08:30");
        assertThat(enter(card).status()).isEqualTo(201);
        api().post("/api/gate/exits", "{\"code\": \"" + card + "\"}");

        time.travelTo("2026-10-08T10:00");
        assertThat(scanned(pass, 2).state()).isEqualTo(Verdict.State.EXPIRED);
        assertThat(enter(card).text("detail")).contains("装修施工登记到2026年9月30日为止");
        assertThat(enter(card.substring(0, card.length() - 2) + "xx").status()).isEqualTo(422);
    }

    @Test
    void goodsGoOutByTheirSlipUntilNoneIsLeft() {
        time.travelTo("2026-09-16T10:00");
        slips.issue(new Slips.Slip(
                "FT-26-000001", "east", Instant.parse("2026-09-16T16:00:00Z"), List.of(new Goods(1, "纸箱", 5, 5))));
        String slip = credentials.link(credentials.token(Slips.KIND, "FT-26-000001", 1));
        assertThat(api().get("/api/gate/card?code=" + slip).text()).contains("\"left\":5", "VALID");
        assertThat(goods(slip, 3).text()).contains("\"left\":2");
        Api.Answer more = goods(slip, 3);
        assertThat(more.status()).isEqualTo(409);
        assertThat(more.text("detail")).isEqualTo("清单上的纸箱共 5 件，还剩 2 件，不能放行 3 件");
        assertThat(goods(slip, 2).text("state")).isEqualTo("USED_UP");
        assertThat(goods(slip, 1).text("detail")).contains("已经全部放行");
        assertThat(goods(slip.substring(0, slip.length() - 2) + "xx", 1).status())
                .isEqualTo(422);
        assertThat(api().get("/api/gate/inside?site=east").text()).doesNotContain("FT-26");
    }

    private Api.Answer goods(String slip, int count) {
        return api().post("/api/gate/exits", "{\"code\": \"%s\", \"counts\": {\"1\": %d}}".formatted(slip, count));
    }

    @Test
    void forAnExpiredRegistrationNobodyGetsAPassAndNothingIsChanged() {
        String ticket = registered();
        time.travelTo("2026-10-01T09:00");
        Api.Answer answer = api().post("/api/tickets/" + ticket + "/passes", WORKER);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("detail")).contains("已于2026年9月30日到期").contains("建设部令第110号第13条");
        assertThat(passes.ofTicket(ticket)).isEmpty();
    }

    @Test
    void whatIsChosenForASiteIsKept() {
        SitePolicy chosen = new SitePolicy(
                "east",
                City.NINGBO,
                EstateLevel.FIRST,
                true,
                true,
                new PassMeaning("长期", "当日"),
                Map.of(DayKind.WORKING_DAY, DayHours.of("08:00-12:00", ""), DayKind.HOLIDAY, DayHours.NONE),
                List.of());
        policies.choose(chosen, "manager", time.instant());
        policies.choose(chosen, "manager", time.instant());
        QuietPeriod exams = new QuietPeriod(
                0,
                "east",
                LocalDate.of(2027, 6, 7),
                LocalDate.of(2027, 6, 9),
                DayHours.of("22:00-24:00", ""),
                "高考",
                "公告");
        policies.add(exams, "manager", time.instant());
        SitePolicy kept = policies.of("east");
        assertThat(kept.quietPeriods()).singleElement().satisfies(period -> assertThat(period.name())
                .isEqualTo("高考"));
        policies.removeQuietPeriod("east", kept.quietPeriods().get(0).id());
        assertThat(policies.of("east")).isEqualTo(chosen);
        assertThat(policies.of("west")).isEqualTo(SitePolicy.usual("west"));
    }

    @Test
    void passagesAreForgottenThePassIsNot() {
        String ticket = registered();
        String pass = pass(ticket);
        time.travelTo("2026-09-16T10:00");
        enter(pass);
        passes.forgetPassages(time.instant().plusSeconds(1));
        assertThat(passes.history(ticket)).extracting(PassEvent::kind).containsExactly(PassEvent.Kind.ISSUED);
        assertThat(passes.find(pass).orElseThrow().insideSince()).isPresent();
    }

    @Test
    void aPassIsSuspendedResumedAndTakenBackByTheOfficeWhicheverDoorItUses() {
        String ticket = registered();
        String pass = pass(ticket);
        String address = "/api/tickets/" + ticket + "/passes/" + pass;
        accounts.registerToken("plumber1", "test", "token-of-plumber1-for-tests");
        Api plumber = new Api(port, "token-of-plumber1-for-tests");
        Api.Answer refused = plumber.post(address + "/suspension", "{\"reason\": \"吸烟\"}");
        assertThat(refused.status()).as(refused.text()).isEqualTo(403);
        assertThat(api().post(address + "/suspension", "{\"reason\": \"吸烟\"}").status())
                .isEqualTo(200);
        assertThat(scanned(pass, 1).state()).isNotEqualTo(Verdict.State.VALID);
        assertThat(api().post("/api/tickets/" + registered() + "/passes/" + pass + "/resumption", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(api().post(address + "/resumption", "{}").status()).isEqualTo(200);
        assertThat(api().post(address + "/replacement", "{}")
                        .body()
                        .path("issue")
                        .asInt())
                .isEqualTo(2);
        assertThat(api().post(address + "/return", "{}").body().path("returned").asBoolean())
                .isTrue();
    }
}
