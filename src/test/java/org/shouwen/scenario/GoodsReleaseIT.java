package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.credential.Credentials;
import org.shouwen.estate.Estate;
import org.shouwen.estate.Resident;
import org.shouwen.gate.GateDesk;
import org.shouwen.goodsrelease.GoodsDesk;
import org.shouwen.resident.LinkDesk;
import org.shouwen.testing.Api;
import org.shouwen.testing.DatabaseCosts;
import org.shouwen.testing.Scan;
import org.shouwen.testing.Telephone;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.util.UriUtils;

/** Goods leave the estate: asked for, let out by whoever decides, counted off at the gate; what is wrong is refused in a sentence. */
@Tag("scenario")
class GoodsReleaseIT extends GuardedDesk {

    @Autowired
    private Credentials credentials;

    @Autowired
    private GateDesk gate;

    @Autowired
    private Estate estate;

    @Autowired
    private LinkDesk links;

    @Autowired
    private GoodsDesk desk;

    @Autowired
    private JdbcTemplate jdbc;

    private Api.Answer ask(String applicant, String proof, String goods) {
        return api().post("/api/tickets", """
                {"kind": "GOODS", "category": "GOODS_MOVING", "home": "4-1-101", "description": "搬家",
                 "reporter": {"name": "李四", "phone": "13812340000"},
                 "details": {"applicant": "%s", "proof": "%s", "goods": "%s"}}
                """.formatted(applicant, proof, goods));
    }

    private String slip() {
        Api.Answer answer = ask("OWNER", "IDENTITY", "纸箱 5\\n冰箱 1");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        runJobs();
        String number = answer.text("number");
        step("desk1", number, "decideRelease", "{\"decision\": \"RELEASED\"}");
        return number;
    }

    private byte[] paper(String number) {
        return new Scan(port)
                .paper("/api/tickets/" + number + "/slip/paper", "shouwen-demo-token", "slip")
                .body();
    }

    private Api.Answer out(String number, String counts) {
        return token("desk2").post("/api/gate/exits", "{\"code\": \"%s\", \"counts\": {%s}}".formatted(number, counts));
    }

    @Test
    void fiveOfFiveLeaveInTwoTripsAndTheSixthStays() throws Exception {
        String number = slip();
        Api.Answer first = out(number, "\"1\": 3, \"2\": 1");
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(first.text("state")).isEqualTo("VALID");
        assertThat(out(number, "\"1\": 2").text("state")).isEqualTo("USED_UP");
        Api.Answer entered = token("desk2")
                .post("/api/gate/entries", "{\"code\": \"%s\", \"counts\": {\"1\": 1}}".formatted(number));
        assertThat(entered.status()).isEqualTo(422);
        assertThat(entered.text("detail")).contains("放行条只放物品出去，不登记进入");
        runJobs();
        Api.Answer sixth = out(number, "\"1\": 1");
        assertThat(sixth.status()).isEqualTo(409);
        assertThat(sixth.text("detail")).contains("已经全部放行");
        assertThat(Scan.text(paper(number))).contains("状态已用完");
        assertThat(api().get("/api/tickets/" + number).text("status")).isEqualTo("CLOSED");
        Api.Answer month = api().get("/api/goods-releases?month=2026-11");
        assertThat(month.text()).contains(number).contains("\"passed\":\"6/6\"").contains("放完");
    }

    @Test
    void theSlipIsAPaperWithACodeThatTheGateReads() throws Exception {
        String number = slip();
        byte[] pdf = paper(number);
        assertThat(Scan.text(pdf)).contains("物品放行条", number, "纸箱", "冰箱", "状态有效", "2026年11月");
        assertThat(Scan.codes(pdf)).hasSize(1);
        String token = credentials.token("GOODS_SLIP", number, 1);
        Api.Answer read = token("desk2").get("/api/gate/card?code=" + token);
        assertThat(read.status()).as(read.text()).isEqualTo(200);
        assertThat(read.text()).contains("纸箱");
        Api.Answer altered = token("desk2").get("/api/gate/card?code=" + token.substring(0, token.length() - 2) + "xx");
        assertThat(altered.status()).isEqualTo(422);
        assertThat(altered.text("detail")).contains("不是本物业签发的码");
    }

    @Test
    void whatIsWrongWithTheListOrTheAnswersIsSaidWhereItIs() {
        Map.of(
                        "冰箱", "第 1 行“冰箱”没有写数量",
                        "", "请填写物品清单")
                .forEach((goods, sentence) -> {
                    Api.Answer answer = ask("OWNER", "IDENTITY", goods);
                    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
                    assertThat(answer.text("detail")).contains(sentence);
                    assertThat(answer.text("field")).isEqualTo("details.goods");
                });
        assertThat(ask("NOBODY", "IDENTITY", "纸箱 1").text("detail")).contains("请选择申请人");
    }

    @Test
    void aNumberIsReadAsItIsTypedButNoSecondCopyOfASlipIs() {
        String number = slip();
        String wide = number.replace("WP-", "ｗｐ－").replace('0', '０');
        for (String typed : List.of(number.toLowerCase(Locale.ROOT), number.replace('-', ' '), wide, number + "/1")) {
            Api.Answer read =
                    token("desk2").get("/api/gate/card?code=" + UriUtils.encode(typed, StandardCharsets.UTF_8));
            assertThat(read.status()).as(typed + ": " + read.text()).isEqualTo(200);
            assertThat(read.text("pass")).isEqualTo(number);
        }
        Api.Answer seventh = token("desk2").get("/api/gate/card?code=" + number + "/7");
        assertThat(seventh.status()).isEqualTo(422);
        assertThat(seventh.text("detail")).contains("放行条 " + number + " 只开一张，没有“/7”");
    }

    @Test
    void theGateNamesEachKindOfPaperOnce() {
        assertThat(gate.labels().split("或者")).doesNotHaveDuplicates().contains("物品放行条");
    }

    @Test
    void whoAsksIsNotTheOwnerWhoAgrees() {
        Api.Answer answer = api().post("/api/tickets", """
                {"kind": "GOODS", "category": "GOODS_MOVING", "home": "4-1-101", "description": "搬家",
                 "reporter": {"name": "李四", "phone": "13812340000", "email": "me@tenant.example"},
                 "details": {"applicant": "LEAVING_TENANT", "proof": "IDENTITY", "goods": "纸箱 5",
                             "ownerEmail": "ME@tenant.example"}}
                """);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.text("detail")).contains("业主邮箱不能是申请人自己的邮箱");
    }

    @Test
    void goodsLeaveAHomeAndNoLift() {
        Api.Answer answer = api().post("/api/tickets", """
                {"kind": "GOODS", "category": "GOODS_OTHER", "place": "LIFT-1-1", "description": "搬东西",
                 "reporter": {"name": "李四", "phone": "13812340000"},
                 "details": {"applicant": "OWNER", "proof": "IDENTITY", "goods": "纸箱 1"}}
                """);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.text("detail")).contains("物品放行请填房号或商铺号");
    }

    @Test
    void theMonthsListCostsTheSameHoweverMuchIsOnIt() {
        slip();
        int few = statements();
        slip();
        slip();
        assertThat(statements()).isEqualTo(few);
    }

    private int statements() {
        api().get("/api/goods-releases");
        DatabaseCosts.reset();
        assertThat(api().get("/api/goods-releases").status()).isEqualTo(200);
        return DatabaseCosts.counted().statements();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/goods-releases",
                "/api/visits/figures",
                "/api/responsibility/transfers",
                "/api/one-time-notices/breaches",
                "/api/incidents"
            })
    void aMonthThatIsNoneIsRefusedInTheSameWordsOnEveryList(String list) {
        Api.Answer refused = token("supervisor").get(list + "?month=November");
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.text("detail")).isEqualTo("月份（month）须为年月，例如 2026-11");
    }

    /** Nobody's mail is known: whoever has to call the owner reads whom, on which number, and about which goods. */
    @Test
    void theCallToTheOwnerNamesHimHisNumberAndTheGoods() {
        String number = ask("TENANT", "NONE", "纸箱 5\\n冰箱 1").text("number");
        runJobs();
        Resident owner = estate.residentsOf("4-1-101").get(0);
        assertThat(jdbc.queryForList("SELECT body FROM notice WHERE ticket = ?", String.class, number))
                .anySatisfy(body -> assertThat(body)
                        .startsWith("业主没有邮箱：请电话转告（" + owner.name() + "，" + owner.phone() + "）")
                        .contains("· 纸箱 5 件", "· 冰箱 1 件"));
        assertThat(as("desk1").get("/desk/tickets/" + number).text())
                .contains("还要问业主", owner.name() + "，" + owner.phone());
    }

    /** D10-4: nobody's mail is known, so the desk calls the owner, and changes the household file. */
    @Test
    void theOwnerOfALeavingTenantIsToldAndTheHouseholdFileIsNotForgotten() {
        String number = ask("LEAVING_TENANT", "AUTHORISATION", "纸箱 5").text("number");
        runJobs();
        step("desk1", number, "decideRelease", "{\"decision\": \"RELEASED\"}");
        runJobs();
        assertThat(jdbc.queryForList("SELECT body FROM notice WHERE ticket = ?", String.class, number))
                .anySatisfy(body -> assertThat(body)
                        .startsWith("业主没有邮箱：请电话转告（")
                        .contains("凭您的书面同意，下面的物品已开放行条", "· 纸箱 5 件")
                        .doesNotContain("您答复之前"));
        assertThat(as("desk1").get("/desk/tickets/" + number).text()).contains("租户搬离：请更新这一户的住户档案");
    }

    @Test
    void theTicketsPageNamesWhoAsksAndTheGoodsOnce() {
        String number = ask("FAMILY", "AUTHORISATION", "纸箱 5\\n冰箱 1").text("number");
        runJobs();
        // Whoever has to decide reads it in the step's form, too, as in Tasklist
        String page = as("supervisor").get("/desk/tickets/" + number).text();
        for (String told : List.of("业主家属或受托人", "业主的书面同意或委托书", "纸箱", "冰箱")) {
            assertThat(page.split(told, -1)).as(told).hasSize(2);
        }
        assertThat(api().get("/api/tickets/" + number + "/facts").text()).contains("业主家属或受托人", "纸箱 5");
    }

    @Test
    void whoIsRefusedReadsOnHisPageThatItWasAndWhyAndWhatIsMissing() {
        String number = ask("MERCHANT", "NONE", "纸箱 5").text("number");
        runJobs();
        step(
                "desk1",
                number,
                "decideRelease",
                "{\"decision\": \"REFUSED\", \"ground\": \"MISSING\", \"reason\": \"没有带员工证\"}");
        runJobs();
        Telephone applicant = new Telephone(port);
        applicant.open(
                URI.create(links.issue(number, "desk1", clock().instant())).getPath());
        assertThat(Telephone.text(applicant.get("/r/t/" + number)))
                .contains("未放行", "没有带员工证", "<li>补齐商户的员工证或身份证件再来申请，当场受理</li>", "欠费不影响放行")
                .doesNotContain("<li>欠费")
                .doesNotContain("已办结。");
    }

    /** Who was asked by link is named as such, in the history and to whoever was slower; never by a code. */
    @Test
    void theOwnerWhoAnsweredByLinkIsNamedByAWord() {
        String number = ask("TENANT", "NONE", "纸箱 5").text("number");
        runJobs();
        desk.answeredByLink(number, true, clock().instant());
        runJobs();
        Api.Answer slower = token("desk1").post("/api/tickets/" + number + "/steps/obtainConsent", """
                {"answer": "AGREED", "how": "PHONE", "words": "同意"}
                """);
        assertThat(slower.status()).isEqualTo(409);
        assertThat(slower.text("detail")).contains("最近由征询对象在").doesNotContain("second-person");
        assertThat(api().get("/api/tickets/" + number + "/timeline").body().findValuesAsText("actorName"))
                .contains("征询对象")
                .allMatch(name -> name.matches("\\p{IsHan}+"));
    }

    @Test
    void withoutASlipThereIsNothingForTheGate() {
        Api.Answer answer = ask("TENANT", "NONE", "纸箱 5");
        runJobs();
        Api.Answer refused = out(answer.text("number"), "\"1\": 1");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.text("detail")).contains("物品放行条");
    }
}
