package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.credential.Verdict;
import org.shouwen.gate.GatePaper;
import org.shouwen.gate.Passage;
import org.shouwen.goodsrelease.GoodsDesk;
import org.shouwen.goodsrelease.GoodsRelease;
import org.shouwen.notification.SecondPerson;
import org.shouwen.onetimenotice.OneTimeNotices;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.testing.ProcessDesk;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Details;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEntry;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code goodsrelease.bpmn}: decided, let out over several trips, refused at once and completely, expired, taken back. */
class GoodsReleaseProcessTest extends ProcessDesk {

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("goodsrelease");

    @AfterEach
    void noRenovation() {
        // What other tests of renovations left has papers of its own
        bean(JdbcClient.class)
                .sql("DELETE FROM renovation_certificate WHERE ticket LIKE 'BX-%'")
                .update();
        bean(JdbcClient.class)
                .sql("DELETE FROM renovation WHERE ticket LIKE 'BX-%'")
                .update();
    }

    private void ask(String applicant, String proof, String... more) {
        Map<String, String> told = new HashMap<>(Map.of("applicant", applicant, "proof", proof, "goods", "纸箱 5\n冰箱 1"));
        for (int i = 0; i < more.length; i += 2) {
            told.put(more[i], more[i + 1]);
        }
        open(new Intake(
                GoodsDesk.KIND,
                "GOODS_MOVING",
                "1-1-101",
                null,
                null,
                new Reporter("李四", "13812345678", null),
                Channel.WALK_IN,
                "搬家",
                Danger.NONE,
                Scope.PERSONAL,
                false,
                null,
                new Details(told),
                null));
        runJobs();
    }

    private void pass(int... counts) {
        Map<Integer, Integer> lines = new HashMap<>();
        for (int line = 0; line < counts.length; line++) {
            lines.put(line + 1, counts[line]);
        }
        as("desk2").act(() -> bean(GatePaper.class)
                .pass(new Passage(ticket().number(), 1, GatePaper.Way.OUT, lines), "desk2", time.instant()));
        runJobs();
    }

    private Verdict.State slip() {
        return bean(GatePaper.class)
                .read(ticket().number(), 1, time.instant())
                .verdict()
                .state();
    }

    @Test
    void theOwnerWithHisPapersIsLetOutInTwoTrips() {
        ask("OWNER", "IDENTITY");
        as("desk1").does("decideRelease", "decision", "RELEASED");
        assertThat(bean(Tickets.class).timeline(ticket().number()))
                .extracting(TimelineEntry::text)
                .contains("答复业主：放行条已开，当天有效，到11月23日（周一）24:00为止");
        assertThat(told()).containsExactly("goods-slip.to-resident");
        assertThat(status()).isEqualTo(Status.ANSWERED);
        pass(3, 1);
        assertThat(flow()).isWaitingAt("event_goodsPassed");
        assertThat(slip()).isEqualTo(Verdict.State.VALID);
        pass(2);
        assertThat(status()).isEqualTo(Status.CLOSED);
        assertThat(slip()).isEqualTo(Verdict.State.USED_UP);
        assertThat(flow()).isEnded().hasPassed("endEvent_goodsPassed", "endEvent_closed");
    }

    @Test
    void moreThanListedAndWhatIsNotListedStaysInside() {
        ask("OWNER", "IDENTITY");
        as("desk1").does("decideRelease", "decision", "RELEASED");
        pass(5);
        assertThatThrownBy(() -> pass(1)).hasMessage("清单上的纸箱共 5 件，已经全部放行，不能放行 1 件");
        assertThatThrownBy(() -> pass(0, 2)).hasMessage("清单上的冰箱共 1 件，还剩 1 件，不能放行 2 件");
        assertThatThrownBy(() -> pass(0, 0, 1)).hasMessage("清单上没有第 3 项");
        assertThat(bean(GoodsDesk.class).get(ticket().number()).passedOfListed())
                .isEqualTo("5/6");
    }

    @Test
    void theTenantsSlipWaitsForTheOwnersWordByTelephone() {
        ask("TENANT", "IDENTITY");
        assertThat(flow()).isWaitingAt("userTask_obtainConsent");
        as("desk1").does("obtainConsent", "answer", "AGREED", "how", "PHONE", "words", "业主本人接的电话，同意");
        as("desk1").does("decideRelease", "decision", "RELEASED");
        assertThat(slip()).isEqualTo(Verdict.State.VALID);
    }

    /** D10-4: whoever moves out needs the owner's consent in writing. */
    @Test
    void aCallIsRecordedButOnlyThePaperLetsALeavingTenantOut() {
        ask("LEAVING_TENANT", "RECORDED_CALL");
        as("desk1").does("obtainConsent", "answer", "AGREED", "how", "PHONE", "words", "业主本人接的电话，同意");
        assertThatThrownBy(() -> as("desk1").does("decideRelease", "decision", "RELEASED"))
                .hasMessageContaining("业主的书面同意")
                .hasMessageContaining("业主在电话里同意放行，还没有交书面的");
        as("desk1").does("decideRelease", "decision", "RELEASED", "paper", true);
        assertThat(slip()).isEqualTo(Verdict.State.VALID);
        assertThat(bean(Tickets.class).timeline(ticket().number()))
                .extracting(TimelineEntry::text)
                .contains("业主在电话里同意放行：业主本人接的电话，同意", "业主书面同意放行");
    }

    @Test
    void whatTheOwnerSaidByTelephoneHeSaysOnceMoreByHisLink() {
        ask("LEAVING_TENANT", "IDENTITY", "ownerEmail", "owner@example.org");
        as("desk1").does("obtainConsent", "answer", "AGREED", "how", "IN_PERSON", "words", "当面答应");
        assertThat(owner().asked(ticket()).answers()).hasSize(2);
        owner().answer(ticket(), "AGREED", time.instant());
        assertThat(owner().asked(ticket()).answers()).isEmpty();
        as("desk1").does("decideRelease", "decision", "RELEASED");
        assertThat(slip()).isEqualTo(Verdict.State.VALID);
    }

    /** D10-4: the owner is told, whoever brought his paper; nobody else's owner is. */
    @Test
    void theOwnerOfALeavingTenantLearnsThatTheSlipIsIssued() {
        ask("LEAVING_TENANT", "AUTHORISATION", "ownerEmail", "owner@example.org");
        assertThat(told()).isEmpty();
        as("desk1").does("decideRelease", "decision", "RELEASED");
        assertThat(told()).containsExactlyInAnyOrder("goods-consent.to-secondperson", "goods-slip.to-resident");
        assertThat(owner().asked(ticket()).answers()).isEmpty();
        assertThat(owner().asked(ticket()).question()).isEqualTo("下面的物品已经开了放行条");
    }

    @Test
    void aPaperThatNobodyWaitsForIsRefused() {
        ask("OWNER", "IDENTITY");
        assertThatThrownBy(() -> as("desk1").does("decideRelease", "decision", "RELEASED", "paper", true))
                .hasMessageContaining("现在不用再问业主");
    }

    /** The register of renovations says whether a permit is in force, not the paper that somebody shows. */
    @Test
    void aPermitThatNobodyIssuedOrThatIsOverIsMissing() {
        ask("CONTRACTOR", "PERMIT");
        mayNotPassWithoutPermit();
        certified("2026-10-01", "2026-11-22");
        ask("CONTRACTOR", "PERMIT");
        mayNotPassWithoutPermit();
        as("desk1").does("decideRelease", "decision", "REFUSED", "ground", "MISSING", "reason", "登记证过期了".repeat(46));
        assertThat(requirements())
                .anyMatch(item -> item.contains("有效的装修施工登记证"))
                .noneMatch(item -> item.contains("登记证过期了"));
    }

    private void mayNotPassWithoutPermit() {
        assertThatThrownBy(() -> as("desk1").does("decideRelease", "decision", "RELEASED"))
                .hasMessageContaining("还缺有效的装修施工登记证（这户现在没有在有效期内的）");
    }

    /** A renovation of the home with a certificate, without the way there. */
    private void certified(String from, String until) {
        String number = register();
        JdbcClient jdbc = bean(JdbcClient.class);
        jdbc.sql("""
                INSERT INTO renovation (ticket, site, home, applicant, property, acts, qualified_design, workers, deposit,
                    starts_on, ends_on, stage)
                VALUES (?, 'east', '1-1-101', 'OWNER', 'HOME', '', FALSE, FALSE, FALSE, ?, ?, 'REGISTERED')
                """)
                .params(number, LocalDate.parse(from), LocalDate.parse(until))
                .update();
        jdbc.sql("""
                INSERT INTO renovation_certificate (number, ticket, site, starts_on, ends_on, issued_at, issued_by)
                VALUES (?, ?, 'east', ?, ?, ?, 'supervisor')
                """)
                .params(
                        number.replace("BX", "ZJ"),
                        number,
                        LocalDate.parse(from),
                        LocalDate.parse(until),
                        OffsetDateTime.ofInstant(time.instant(), ZoneOffset.UTC))
                .update();
    }

    private List<String> requirements() {
        return bean(OneTimeNotices.class).itemsOf(ticket().number());
    }

    @Test
    void whyItIsRefusedThoughItMightPassIsToldAndIsNeverThatFeesAreOwed() {
        ask("OWNER", "IDENTITY", "arrears", "true");
        for (String fees : List.of("欠物业费", "尚有款项未结清")) {
            assertThatThrownBy(() -> as("desk1")
                            .does("decideRelease", "decision", "REFUSED", "ground", "MISSING", "reason", fees))
                    .hasMessageContaining("欠费不能作为不放行的原因");
            assertThatThrownBy(() -> as("desk1")
                            .does("decideRelease", "decision", "REFUSED", "ground", "ARREARS", "reason", fees))
                    .hasMessageContaining("“不放行的原因”没有“ARREARS”这一项");
            assertThatThrownBy(() -> as("desk1").does("decideRelease", "decision", "REFUSED", "reason", fees))
                    .hasMessageContaining("请填写“不放行的原因”");
        }
        as("desk1")
                .does("decideRelease", "decision", "REFUSED", "ground", "NOT_AS_LISTED", "reason", "清单写的是冰箱，车上是公共的长椅");
        assertThat(bean(GoodsDesk.class).get(ticket().number()).refusal()).isEqualTo("实物与清单不符：清单写的是冰箱，车上是公共的长椅");
        assertThat(requirements()).containsExactly("按实物写好清单再来申请，当场受理", "物品清单写清名称和数量，放行时按清单点数");
    }

    /** No word is taken for arrears that speaks of something else. */
    @Test
    void aRemarkMaySpeakOfFees() {
        ask("OWNER", "IDENTITY");
        String remark = "申请人不在登记的住户里；与费用无关，欠费不影响放行";
        as("desk1").does("decideRelease", "decision", "REFUSED", "ground", "NOT_THE_APPLICANT", "reason", remark);
        assertThat(bean(GoodsDesk.class).get(ticket().number()).refusal()).isEqualTo("申请人身份不符：" + remark);
    }

    @Test
    void theOwnerIsAskedByMailAndHisAnswerByLinkLeadsOn() {
        ask("LEAVING_TENANT", "IDENTITY", "ownerEmail", "owner@example.org");
        assertThat(told()).containsExactly("goods-asked.to-resident", "goods-consent.to-secondperson");
        assertThat(flow()).isWaitingAt("userTask_obtainConsent");
        assertThat(owner().email(ticket())).contains("owner@example.org");
        assertThat(owner().asked(ticket()).answers()).hasSize(2);
        time.pass(Duration.ofMinutes(5));
        owner().answer(ticket(), "AGREED", time.instant());
        assertThat(flow()).hasPassed("event_ownerAnswered", "gateway_answered").isWaitingAt("userTask_decideRelease");
        assertThat(events()).contains("owner-answered");
        // A finger that presses twice changes nothing
        owner().answer(ticket(), "AGREED", time.instant());
        assertThatThrownBy(() -> owner().answer(ticket(), "DECLINED", time.instant()))
                .hasMessage("已经记下：业主在网页上同意放行。要更改请联系物业客服前台");
        assertThat(owner().asked(ticket()).answers()).isEmpty();
        assertThat(owner().asked(ticket()).state()).isEqualTo("11月23日（周一）09:05 已记下：业主在网页上同意放行。");
        as("desk1").does("decideRelease", "decision", "RELEASED");
        assertThat(slip()).isEqualTo(Verdict.State.VALID);
    }

    @Test
    void theOwnerRefusesByLink() {
        ask("TENANT", "NONE", "ownerEmail", "owner@example.org");
        owner().answer(ticket(), "DECLINED", time.instant());
        assertThatThrownBy(() -> as("desk1").does("decideRelease", "decision", "RELEASED"))
                .hasMessageContaining("还缺业主的同意（业主不同意），不能放行");
        as("desk1").does("decideRelease", "decision", "REFUSED", "ground", "MISSING", "reason", "业主不同意");
        assertThat(status()).isEqualTo(Status.CLOSED);
        assertThat(owner().asked(ticket()).lines()).isEmpty();
    }

    @Test
    void whatTheClerkHeardByTelephoneEndsTheQuestion() {
        ask("TENANT", "NONE", "ownerEmail", "owner@example.org");
        as("desk1").does("obtainConsent", "answer", "AGREED", "how", "PHONE", "words", "业主接的电话");
        owner().answer(ticket(), "AGREED", time.instant());
        assertThatThrownBy(() -> owner().answer(ticket(), "DECLINED", time.instant()))
                .hasMessageContaining("已经记下：业主在电话里同意放行");
        assertThat(flow()).isWaitingAt("userTask_decideRelease");
        assertThat(owner().asked(ticket()).state()).doesNotContain("接的电话");
    }

    @Test
    void theOwnerIsAskedNoLongerOnceTheApplicantHasTakenItBack() {
        ask("TENANT", "NONE", "ownerEmail", "owner@example.org");
        withdraw();
        runJobs();
        assertThat(owner().asked(ticket()).state()).isEqualTo("这次申请已经结束，不用再答复。");
        assertThatThrownBy(() -> owner().answer(ticket(), "AGREED", time.instant()))
                .hasMessageContaining("现在不用再问业主");
        assertThatThrownBy(() -> owner().answer(ticket(), "MAYBE", time.instant()))
                .hasMessageContaining("请点");
    }

    /** What the record says he said is not turned round by a clerk: his other word is noted, and he reads that it was. */
    @Test
    void anOwnerWhoAgreedObjectsOnlyByAnotherWordOfHis() {
        ask("TENANT", "NONE", "ownerEmail", "owner@example.org");
        owner().answer(ticket(), "AGREED", time.instant());
        time.pass(Duration.ofMinutes(5));
        String[] refused = {"decision", "REFUSED", "ground", "OWNER_OBJECTS", "reason", "业主来电不让搬"};
        assertThatThrownBy(() -> as("desk1").does("decideRelease", (Object[]) refused))
                .hasMessageContaining("已经记下：业主在网页上同意放行；业主改口的，请选业主这次是怎么说的");
        assertThat(flow()).isWaitingAt("userTask_decideRelease");
        as("desk1")
                .does(
                        "decideRelease",
                        "decision",
                        "REFUSED",
                        "ground",
                        "OWNER_OBJECTS",
                        "heard",
                        "PHONE",
                        "reason",
                        "业主来电不让搬");
        assertThat(texts()).contains("业主在网页上同意放行", "业主在电话里不同意放行：业主来电不让搬");
        assertThat(told())
                .containsExactly(
                        "goods-asked.to-resident",
                        "goods-consent.to-secondperson",
                        "goods-consent.to-secondperson",
                        "goods-refused.to-resident");
        assertThat(owner().asked(ticket()).question()).isEqualTo("这次申请没有放行");
        assertThat(owner().asked(ticket()).state()).isEqualTo("11月23日（周一）09:05 已记下：业主在电话里不同意放行。");
        assertThat(requirements()).first().isEqualTo("业主同意放行以后再来申请，当场受理");
    }

    /** Nor is a word put into the mouth of one who said none. */
    @Test
    void anOwnerWhoWasNotAskedObjectsByAWordThatIsNoted() {
        ask("FAMILY", "AUTHORISATION");
        assertThatThrownBy(() -> as("desk1")
                        .does("decideRelease", "decision", "REFUSED", "ground", "OWNER_OBJECTS", "reason", "不让搬"))
                .hasMessageContaining("还没有记下业主要求不放行，请选业主是怎么说的");
        as("desk1")
                .does(
                        "decideRelease",
                        "decision",
                        "REFUSED",
                        "ground",
                        "OWNER_OBJECTS",
                        "heard",
                        "IN_PERSON",
                        "reason",
                        "不让搬");
        assertThat(texts()).contains("业主当面不同意放行：不让搬");
    }

    @Test
    void anOwnerWhoDeclinedObjectsWithoutBeingAskedAgain() {
        ask("TENANT", "NONE", "ownerEmail", "owner@example.org");
        owner().answer(ticket(), "DECLINED", time.instant());
        as("desk1").does("decideRelease", "decision", "REFUSED", "ground", "OWNER_OBJECTS", "reason", "业主不同意");
        assertThat(status()).isEqualTo(Status.CLOSED);
    }

    private SecondPerson owner() {
        return bean(SecondPerson.class);
    }

    @Test
    void theOwnersWordIsTakenOnce() {
        ask("TENANT", "NONE");
        as("desk1").does("obtainConsent", "answer", "AGREED", "how", "PHONE", "words", "同意");
        assertThatThrownBy(() -> bean(GoodsDesk.class)
                        .answered(ticket().number(), false, GoodsRelease.How.WRITING, "", "desk1", time.instant()))
                .hasMessageContaining("已经记下：业主在电话里同意放行");
    }

    @Test
    void withoutTheOwnersConsentItIsRefusedAndEverythingMissingIsToldOnce() {
        ask("TENANT", "NONE");
        as("desk1").does("obtainConsent", "answer", "DECLINED", "how", "PHONE", "words", "业主说不同意");
        assertThatThrownBy(() -> as("desk1").does("decideRelease", "decision", "RELEASED"))
                .hasMessageContaining("还缺业主的同意（业主不同意），不能放行");
        as("desk1").does("decideRelease", "decision", "REFUSED", "ground", "MISSING", "reason", "业主不同意");
        assertThat(told())
                .containsExactly(
                        "goods-asked.to-resident",
                        "goods-consent.to-secondperson",
                        "goods-declined.to-resident",
                        "goods-refused.to-resident");
        assertThat(requirements()).first().isEqualTo("业主同意放行以后再来申请，当场受理");
        assertThat(status()).isEqualTo(Status.CLOSED);
        assertThat(flow()).isEnded().hasPassed("businessRuleTask_listRequirements");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OWNER", "CONTRACTOR", "MERCHANT"})
    void whatTheOwnersWordDoesNotReplaceCannotBeLetOut(String applicant) {
        ask(applicant, "NONE");
        assertThatThrownBy(() -> as("desk1").does("decideRelease", "decision", "RELEASED"))
                .hasMessageContaining("还缺");
    }

    @Test
    void arrearsAreShownAndBarNothing() {
        certified("2026-11-01", "2026-11-30");
        ask("CONTRACTOR", "PERMIT", "arrears", "true");
        assertThat(bean(GoodsDesk.class).get(ticket().number()).application().arrears())
                .isTrue();
        as("desk1").does("decideRelease", "decision", "RELEASED");
        assertThat(slip()).isEqualTo(Verdict.State.VALID);
    }

    @Test
    void anUnusedSlipExpiresByItself() {
        ask("OWNER", "IDENTITY");
        as("desk1").does("decideRelease", "decision", "RELEASED");
        pass(1);
        time.travelTo("2026-11-24T00:00");
        assertThat(slip()).isEqualTo(Verdict.State.EXPIRED);
        timerFires("event_slipEnded");
        runJobs();
        assertThat(status()).isEqualTo(Status.CLOSED);
        assertThat(events()).contains("concluded", "closed");
        assertThatThrownBy(() -> pass(1)).hasMessageContaining("已经到期");
    }

    /** The owner rings: what is out is out, the rest stays, and everybody is told. */
    @Test
    void whatIsNotOutYetIsStopped() {
        ask("OWNER", "IDENTITY");
        as("desk1").does("decideRelease", "decision", "RELEASED");
        pass(3);
        assertThatThrownBy(this::withdraw).hasMessageContaining("已放行 3/6 件，不能撤回；其余的不想带出了，请联系物业客服前台停止放行");
        time.pass(Duration.ofMinutes(5));
        stop("业主来电：不是他要搬的");
        runJobs();
        assertThat(status()).isEqualTo(Status.CLOSED);
        assertThat(flow()).isEnded().hasPassed("event_slipEnded", "serviceTask_expireSlip");
        assertThat(told()).containsExactly("goods-slip.to-resident", "goods-stopped.to-resident");
        assertThat(texts()).contains("门岗放行：纸箱 3 件；还剩纸箱 2 件、冰箱 1 件", "停止放行：业主来电：不是他要搬的；已放行 3/6 件，其余不再放行，放行条作废");
        assertThat(slip()).isEqualTo(Verdict.State.REVOKED);
        assertThatThrownBy(() -> pass(1)).hasMessageContaining("放行条已经停用");
        assertThatThrownBy(() -> stop("再说一次")).hasMessageContaining("放行条已经停用");
    }

    /** As soon as it is issued, before the flow has come to the gate; then it does not wait there until the evening. */
    @Test
    void whatIsStoppedBeforeTheFlowIsAtTheGateEndsThere() {
        ask("OWNER", "IDENTITY");
        as("desk1").hands("decideRelease", "decision", "RELEASED");
        stop("业主来电");
        runJobs();
        assertThat(status()).isEqualTo(Status.CLOSED);
        assertThat(flow()).isEnded();
    }

    @Test
    void onlyASlipThatLetsSomethingOutIsStopped() {
        ask("OWNER", "IDENTITY");
        assertThatThrownBy(() -> stop("业主来电")).hasMessageContaining("现在没有在用的放行条");
        as("desk1").does("decideRelease", "decision", "RELEASED");
        pass(5, 1);
        assertThatThrownBy(() -> stop("业主来电")).hasMessageContaining("已经全部放行");
    }

    private void stop(String reason) {
        as("desk1").act(() -> {
            bean(GoodsDesk.class).stop(ticket().number(), reason, "desk1", time.instant());
            return reason;
        });
    }

    private List<String> texts() {
        return bean(Tickets.class).timeline(ticket().number()).stream()
                .map(TimelineEntry::text)
                .toList();
    }

    /** Whatever happens to goods at the gate stands in their ticket's history, and residents read it. */
    @Test
    void whatTheGateKeepsAndLetsOutIsInTheHistory() {
        ask("OWNER", "IDENTITY");
        as("desk1").does("decideRelease", "decision", "RELEASED");
        pass(3);
        as("desk2").act(() -> bean(GatePaper.class).turnAway(ticket().number(), 1, "多了一箱", "desk2", time.instant()));
        pass(2, 1);
        assertThat(bean(Tickets.class).timeline(ticket().number()).stream()
                        .filter(entry -> entry.actor().equals("desk2"))
                        .map(TimelineEntry::wordsForResident))
                .startsWith("门岗放行：纸箱 3 件；还剩纸箱 2 件、冰箱 1 件", "门岗没有放行：多了一箱", "门岗放行：纸箱 2 件、冰箱 1 件");
    }

    @Test
    void aSlipForSeveralDaysHoldsUntilTheEndOfTheLast() {
        certified("2026-11-01", "2026-11-30");
        ask("CONTRACTOR", "PERMIT", "lastDay", "2026-11-27");
        assertThat(owner().asked(ticket()).lines())
                .extracting(SecondPerson.Line::texts)
                .contains(List.of("到11月27日（周五）24:00为止"));
        as("desk1").does("decideRelease", "decision", "RELEASED");
        assertThat(bean(Tickets.class).timeline(ticket().number()))
                .extracting(TimelineEntry::text)
                .contains("答复业主：放行条已开，到11月27日（周五）24:00为止");
        time.travelTo("2026-11-27T23:59");
        assertThat(slip()).isEqualTo(Verdict.State.VALID);
        time.travelTo("2026-11-28T00:00");
        assertThat(slip()).isEqualTo(Verdict.State.EXPIRED);
    }

    @Test
    void takenBackTheSlipIsVoid() {
        ask("OWNER", "IDENTITY");
        as("desk1").does("decideRelease", "decision", "RELEASED");
        withdraw();
        runJobs();
        assertThat(flow()).isEnded().hasPassed("endEvent_goodsWithdrawn");
        assertThat(slip()).isEqualTo(Verdict.State.REVOKED);
        assertThatThrownBy(() -> pass(1)).hasMessageContaining("已经撤回");
    }

    @Test
    void urgedWhileItIsDecided() {
        ask("OWNER", "IDENTITY");
        urge();
        runJobs();
        assertThat(flow()).hasPassed("endEvent_goodsUrged").isWaitingAt("userTask_decideRelease");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Respond", "Finish"})
    void anAnswerThatIsLateIsWatched(String clock) {
        ask("OWNER", "IDENTITY");
        timerComes("startEvent_goods" + clock + "Due");
        assertThat(flow()).hasPassed("endEvent_goods" + clock + "Watched").isWaitingAt("userTask_decideRelease");
    }
}
