package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.historyService;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.citypack.City;
import org.shouwen.citypack.WorkHours;
import org.shouwen.onetimenotice.OneTimeNoticeDesk;
import org.shouwen.onetimenotice.OneTimeNotices;
import org.shouwen.renovation.CautionReceipt;
import org.shouwen.renovation.Certificate;
import org.shouwen.renovation.Opinion;
import org.shouwen.renovation.RegistrationDesk;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.RenovationDesk;
import org.shouwen.renovation.Requirement;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Pause;
import org.shouwen.ticket.PauseReason;
import org.shouwen.ticket.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code renovation-approval.bpmn}: checked, told once, examined, decided, signed, certified, and every other end. */
class RenovationApprovalProcessTest extends Applications {

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("renovationApproval");

    private final RegistrationDesk registrations = bean(RegistrationDesk.class);

    @BeforeEach
    void apply() {
        forgetOthers();
        apply(new String[0]);
        runJobs();
        follow("renovationApproval");
    }

    private void applyFor(String... acts) {
        forgetOthers();
        apply(acts);
        runJobs();
        follow("renovationApproval");
    }

    // Paths

    @Test
    void completeAtOnceItIsToldOnceExaminedAndCertified() {
        assertThat(stage()).isEqualTo(Renovation.Stage.APPLIED);
        assertThat(waitsAt()).containsExactly("userTask_checkPapers");
        checkAll();
        assertThat(status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(ticket().handler()).contains("desk1");
        assertThat(told()).containsExactly("requirements.to-resident", "renovation-examined.to-resident");
        assertThat(notice().isComplete(Requirement.Stage.NOW.name())).isTrue();
        assertThat(stage()).isEqualTo(Renovation.Stage.EXAMINED);
        // Three working days from Monday 11-23: until Thursday 11-26 at closing time
        assertThat(due(ClockKind.FINISH)).isEqualTo("2026-11-26T10:00:00Z");
        review("SOUND");
        decide("APPROVED");
        assertThat(ticket().deadline(ClockKind.FINISH).runs()).isFalse();
        assertThat(stage()).isEqualTo(Renovation.Stage.SIGNING);
        assertThat(told()).endsWith("renovation-approved.to-resident");
        sign();
        Certificate certificate = renovation().certificate().orElseThrow();
        assertThat(certificate.number()).startsWith("ZJ-26-");
        assertThat(certificate.from()).isEqualTo("2026-12-07");
        assertThat(certificate.covers(certificate.until())).isTrue();
        assertThat(stage()).isEqualTo(Renovation.Stage.REGISTERED);
        assertThat(told()).contains("renovation-registered.to-resident");
        assertThat(flow()).isEnded().hasPassed("endEvent_certified");
    }

    @Test
    void supplementedThenExamined() {
        check("PLAN");
        assertThat(ticket().find(ClockKind.FINISH)).isEmpty();
        time.pass(Duration.ofDays(2));
        bring("OWNERSHIP", "IDENTITY");
        // Complete on Wednesday 11-25: until Monday 11-30
        assertThat(due(ClockKind.FINISH)).isEqualTo("2026-11-30T10:00:00Z");
        assertThat(waitsAt()).containsExactly("userTask_reviewPlan");
    }

    @Test
    void neverSupplemented() {
        check("PLAN");
        timerComes("event_supplementDue");
        assertThat(flow()).isEnded().hasPassed("endEvent_neverSupplied");
        assertThat(stage()).isEqualTo(Renovation.Stage.LAPSED);
        assertThat(status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void refusedWithAReason() {
        checkAll();
        review("UNSOUND");
        decide("REFUSED");
        assertThat(flow()).isEnded().hasPassed("endEvent_refused", "endEvent_notApproved");
        assertThat(stage()).isEqualTo(Renovation.Stage.REFUSED);
        assertThat(status()).isEqualTo(Status.CLOSED);
        assertThat(told()).endsWith("renovation-refused.to-resident");
        assertThat(lines()).contains("不予登记：符合规定");
    }

    // A paper that does not do, and one that the notice did not name

    @Test
    void aPaperThatDoesNotDoIsAskedForAgainAndTheLimitStandsStill() {
        checkAll();
        review("UNSOUND");
        time.pass(Duration.ofHours(2));
        assertThat(refusalOf(() -> as("manager").does("decideRegistration", "decision", "SUPPLEMENT", "again", "PLAN")))
                .isEqualTo("field-missing");
        as("manager").does("decideRegistration", "decision", "SUPPLEMENT", "again", "PLAN", "reason", "缺水电走向");
        assertThat(told()).endsWith("renovation-supplement.to-resident");
        assertThat(ticket().pause().map(Pause::reason)).contains(PauseReason.SUPPLEMENT);
        assertThat(stage()).isEqualTo(Renovation.Stage.SUPPLEMENTING);
        assertThat(open(Requirement.Stage.NOW)).containsExactly("PLAN");
        assertThat(bean(OneTimeNotices.class).breaches(number())).isEmpty();
        time.pass(Duration.ofDays(2));
        bring("PLAN");
        assertThat(ticket().pause()).isEmpty();
        assertThat(due(ClockKind.FINISH)).isAfter("2026-11-26T10:00:00Z");
        assertThat(waitsAt()).containsExactly("userTask_reviewPlan");
        review("SOUND");
        decide("APPROVED");
        assertThat(waitsAt()).containsExactly("userTask_signAgreement");
    }

    @Test
    void whatTheNoticeDidNotNameTakesAReasonAndCountsAsABreach() {
        checkAll();
        review("SOUND");
        assertThat(refusalOf(() -> as("manager").does("decideRegistration", "decision", "SUPPLEMENT", "item", "邻居同意书")))
                .isEqualTo("not-on-notice");
        assertThat(bean(OneTimeNotices.class).breaches(number())).isEmpty();
        assertThat(waitsAt()).containsExactly("userTask_decideRegistration");
        as("manager").does("decideRegistration", "decision", "SUPPLEMENT", "item", "邻居同意书", "reason", "楼上已投诉两次");
        assertThat(bean(OneTimeNotices.class).breaches(number()))
                .singleElement()
                .satisfies(breach -> {
                    assertThat(breach.item().text()).isEqualTo("邻居同意书");
                    assertThat(breach.by()).isEqualTo("manager");
                });
        timerComes("event_supplementDue");
        assertThat(flow()).isEnded().hasPassed("endEvent_furtherLapsed", "endEvent_notApproved");
        assertThat(stage()).isEqualTo(Renovation.Stage.LAPSED);
        assertThat(ticket().deadlines()).noneMatch(deadline -> deadline.runs());
    }

    @Test
    void whoIsNotASupervisorCannotAskForMore() {
        checkAll();
        assertThat(refusalOf(() -> bean(OneTimeNoticeDesk.class)
                        .require(
                                number(),
                                new org.shouwen.onetimenotice.Item(
                                        "LATER", Requirement.Stage.NOW.section(), "邻居同意书", ""),
                                java.util.Optional.of("我认为需要"),
                                "lead",
                                time.instant())))
                .isEqualTo("not-on-notice");
    }

    @Test
    void whatIsAskedForIsOneThing() {
        checkAll();
        review("SOUND");
        assertThat(refusalOf(() -> as("manager").does("decideRegistration", "decision", "SUPPLEMENT", "reason", "缺")))
                .isEqualTo("item-missing");
        assertThat(refusalOf(() -> as("manager")
                        .does("decideRegistration", "decision", "SUPPLEMENT", "again", "PLAN", "item", "别的")))
                .isEqualTo("item-missing");
        assertThat(refusalOf(() -> as("manager").does("decideRegistration", "decision", "SUPPLEMENT", "again", "NONE")))
                .isEqualTo("item-unknown");
        assertThat(refusalOf(() -> as("manager").does("decideRegistration", "decision", "APPROVED")))
                .isEqualTo("input-missing");
    }

    // What is forbidden

    @Test
    void aForbiddenActIsApprovedByNobody() {
        applyFor("wetRoom", "true");
        check("PLAN", "OWNERSHIP", "IDENTITY");
        assertThat(open(Requirement.Stage.NOW)).containsExactly("TAKE_OUT_WET_ROOM");
        assertThat(step("bringPapers").posts()).contains("front-desk-east");
        for (String person : List.of("desk1", "lead", "manager")) {
            assertThat(refusalOf(() -> bean(org.shouwen.renovation.ApprovalDesk.class)
                            .approve(number(), "业主再三要求", person, time.instant())))
                    .isEqualTo("act-forbidden");
        }
        bring("TAKE_OUT_WET_ROOM");
        review("SOUND");
        decide("APPROVED");
        assertThat(stage()).isEqualTo(Renovation.Stage.SIGNING);
    }

    @Test
    void whatIsOnNoListIsForbiddenWhereTheEngineerFindsThatItEndangers() {
        applyFor("other", "true", "otherAct", "屋顶开天窗");
        checkAll();
        review("ENDANGERS");
        assertThat(refusalOf(() -> decide("APPROVED"))).isEqualTo("act-forbidden");
        decide("REFUSED");
        assertThat(stage()).isEqualTo(Renovation.Stage.REFUSED);
    }

    @Test
    void whatIsOnTheListIsNotJudgedAgain() {
        checkAll();
        assertThat(refusalOf(() -> review("ENDANGERS"))).isEqualTo("nothing-to-judge");
    }

    @Test
    void aDesignMakesAChangeOfTheStructureAnActThatCanBeRegistered() {
        applyFor("bearingStructure", "true");
        check("PLAN", "OWNERSHIP", "IDENTITY", "QUALIFICATION");
        assertThat(open(Requirement.Stage.NOW)).contains("TAKE_OUT_BEARING_STRUCTURE", "STRUCTURAL_DESIGN");
        bring("STRUCTURAL_DESIGN");
        assertThat(open(Requirement.Stage.NOW)).isEmpty();
        assertThat(renovation().application().scheme().qualifiedDesign()).isTrue();
        review("SOUND");
        decide("APPROVED");
        assertThat(stage()).isEqualTo(Renovation.Stage.SIGNING);
    }

    /** 110号 9: the owner meant to redo his bathroom's waterproofing himself. */
    @Test
    void whatTakesAFirmWithTheQualificationIsNotRegisteredWithoutOne() {
        applyFor("waterproofing", "true");
        check("PLAN", "OWNERSHIP", "IDENTITY", "WATERPROOF_PLAN");
        assertThat(open(Requirement.Stage.NOW)).containsExactly("QUALIFICATION");
        assertThat(notice().item("QUALIFICATION").orElseThrow().item().basis()).contains("第9条");
        assertThat(waitsAt()).contains("userTask_bringPapers");
        bring("QUALIFICATION");
        review("SOUND");
        decide("APPROVED");
        assertThat(refusalOf(this::sign)).isEqualTo("start-not-ready");
        assertThat(renovation().certificate()).isEmpty();
        nameContractor();
        sign();
        assertThat(renovation().application().contractor().orElseThrow().firm()).isEqualTo("美家装饰");
        assertThat(stage()).isEqualTo(Renovation.Stage.REGISTERED);
    }

    @Test
    void thePlanCannotBeEmpty() {
        applyFor("ordinary", "false", "wetRoom", "true");
        check("PLAN", "OWNERSHIP", "IDENTITY");
        assertThat(refusalOf(() -> bring("TAKE_OUT_WET_ROOM"))).isEqualTo("acts-missing");
    }

    // Before the start

    @Test
    void everythingThatIsMissingBeforeTheStartIsNamedAtOnce() {
        applyFor("firm", "美家装饰", "qualification", "鲁D-0012");
        approved();
        assertThat(refusalOf(() -> as("desk1")
                        .does(
                                "signAgreement",
                                "done",
                                ticks("AGREEMENT"),
                                "received",
                                json("[\"OWNER\"]"),
                                "waste",
                                "袋装",
                                "facade",
                                "不变",
                                "fee",
                                0,
                                "breach",
                                "整改")))
                .isEqualTo("start-not-ready");
        assertThat(stage()).isEqualTo(Renovation.Stage.SIGNING);
        assertThat(dossiers.receipts(number())).isEmpty();
        nameContractor();
        registrations.receiveCautions(
                number(), CautionReceipt.Party.OWNER, CautionReceipt.How.LINK, "resident", time.instant());
        sign();
        assertThat(stage()).isEqualTo(Renovation.Stage.REGISTERED);
        assertThat(dossiers.receipts(number()))
                .extracting(CautionReceipt::party)
                .containsExactlyInAnyOrder(CautionReceipt.Party.OWNER, CautionReceipt.Party.CONTRACTOR);
        assertThat(dossiers.agreement(number()).orElseThrow().fee()).isEqualByComparingTo("200");
    }

    /** No certificate prints hours that nobody chose. */
    @Test
    void nothingIsCertifiedBeforeTheManagerChoseTheCity() {
        bean(JdbcClient.class)
                .sql("DELETE FROM site_policy WHERE site = 'east'")
                .update();
        assertThat(bean(WorkHours.class).wordingOf("east")).startsWith("以当地规定为准");
        approved();
        assertThat(refusalOf(this::sign)).isEqualTo("start-not-ready");
        assertThat(renovation().certificate()).isEmpty();
        siteRules(City.HANGZHOU, false, false);
        sign();
        assertThat(stage()).isEqualTo(Renovation.Stage.REGISTERED);
        assertThat(bean(WorkHours.class).wordingOf("east")).isEqualTo("每天 08:00-12:00、14:00-20:00");
        siteRules(City.NATIONAL, false, false);
    }

    @Test
    void cautionsAreReceivedOnceByEachParty() {
        checkAll();
        registrations.receiveCautions(
                number(), CautionReceipt.Party.OWNER, CautionReceipt.How.LINK, "resident", time.instant());
        assertThat(refusalOf(() -> registrations.receiveCautions(
                        number(), CautionReceipt.Party.OWNER, CautionReceipt.How.SIGNED, "desk1", time.instant())))
                .isEqualTo("cautions-received");
    }

    @Test
    void aDepositIsReceiptedOnlyWhereTheSiteTakesOne() {
        approved();
        Object[] agreement = agreement(ticks(open(Requirement.Stage.BEFORE_START)));
        Object[] withDeposit = java.util.Arrays.copyOf(agreement, agreement.length + 2);
        withDeposit[agreement.length] = "deposit";
        withDeposit[agreement.length + 1] = "NO.0001";
        assertThat(refusalOf(() -> as("desk1").does("signAgreement", withDeposit)))
                .isEqualTo("deposit-not-taken");
    }

    @Test
    void aPeriodThatIsOverIsMovedBeforeTheCertificate() {
        approved();
        time.pass(Duration.ofDays(120));
        assertThat(refusalOf(this::sign)).isEqualTo("start-not-ready");
        assertThat(refusalOf(() -> registrations.reschedule(
                        number(), day(time.instant()), day(time.instant()).minusDays(1), "desk1", time.instant())))
                .isEqualTo("dates-order");
        registrations.reschedule(
                number(), day(time.instant()), day(time.instant()).plusDays(30), "desk1", time.instant());
        assertThat(told()).endsWith("renovation-period.to-resident");
        sign();
        assertThat(renovation().certificate().orElseThrow().from()).isEqualTo(day(time.instant()));
        assertThat(refusalOf(() -> registrations.reschedule(
                        number(), day(time.instant()), day(time.instant()).plusDays(60), "desk1", time.instant())))
                .isEqualTo("period-certified");
    }

    @Test
    void workThatTakesLongerIsExtended() {
        approved();
        assertThat(refusalOf(() -> registrations.extend(
                        number(), renovation().application().until().plusDays(30), "缺料", "desk1", time.instant())))
                .isEqualTo("certificate-not-valid");
        sign();
        Certificate before = renovation().certificate().orElseThrow();
        assertThat(refusalOf(() -> registrations.extend(number(), before.until(), "缺料", "desk1", time.instant())))
                .isEqualTo("extension-too-early");
        assertThat(refusalOf(() ->
                        registrations.extend(number(), before.from().plusYears(2), "缺料", "desk1", time.instant())))
                .isEqualTo("period-too-long");
        assertThat(refusalOf(() ->
                        registrations.extend(number(), before.until().plusDays(30), " ", "desk1", time.instant())))
                .isEqualTo("field-missing");
        Certificate extended =
                registrations.extend(number(), before.until().plusDays(30), "瓷砖缺货", "desk1", time.instant());
        assertThat(told()).endsWith("certificate-extended.to-resident");
        assertThat(extended.covers(before.until().plusDays(30))).isTrue();
        assertThat(renovation().application().until()).isEqualTo(extended.until());
    }

    @Test
    void aCertificateIsRevokedOnceWithAReason() {
        approved();
        sign();
        String certificate = renovation().certificate().orElseThrow().number();
        RenovationDesk desk = bean(RenovationDesk.class);
        assertThat(refusalOf(() -> desk.revoke("ZJ-26-999999", "拆承重墙", "manager", time.instant())))
                .isEqualTo("certificate-not-found");
        assertThat(refusalOf(() -> desk.revoke(certificate, " ", "manager", time.instant())))
                .isEqualTo("field-missing");
        assertThat(told()).doesNotContain("certificate-revoked.to-resident");
        desk.revoke(certificate, "拆承重墙", "manager", time.instant());
        assertThat(told()).endsWith("certificate-revoked.to-resident");
        assertThat(renovation()
                        .certificate()
                        .orElseThrow()
                        .covers(day(time.instant()).plusDays(20)))
                .isFalse();
        assertThat(refusalOf(() -> desk.revoke(certificate, "拆承重墙", "manager", time.instant())))
                .isEqualTo("certificate-revoked");
    }

    // Deadlines

    @Test
    void papersThatNobodyLooksAtAreHandedToTheLadder() {
        assertThat(task("checkPapers")).hasDueDate(Date.from(due(ClockKind.RESPOND)));
        timerComes("event_checkDue");
        assertThat(running("timeLimit")).isNotNull();
        checkAll();
        assertThat(running("timeLimit")).isNull();
        assertThat(flow()).hasPassed("endEvent_checkWatched");
    }

    @Test
    void anExaminationThatComesNearItsLimitIsHandedToItsLadder() {
        checkAll();
        assertThat(task("reviewPlan"))
                .hasDueDate(Date.from(due(ClockKind.FINISH)))
                .hasCandidateGroup("lead-east");
        timerComes("startEvent_examinationDue");
        assertThat(running("timeLimit")).isNotNull();
        review("SOUND");
        assertThat(task("decideRegistration")).hasDueDate(Date.from(due(ClockKind.FINISH)));
        decide("APPROVED");
        assertThat(running("timeLimit")).isNull();
        assertThat(flow()).hasPassed("endEvent_examinationWatched");
    }

    // Whose it is, what it shows

    @Test
    void onlyWhoseTaskItIsDoesIt() {
        assertThat(refusalOf(() -> as("plumber1").does("checkPapers", "papers", ticks())))
                .isEqualTo("task-not-yours");
        assertThat(refusalOf(() -> as("desk1").does("checkPapers", "papers", ticks("NONE"))))
                .isEqualTo("item-unknown");
        assertThat(refusalOf(() -> as("desk1").does("checkPapers", "papers", ticks("IDENTITY"), "identity", "370102")))
                .isEqualTo("input-too-long");
        checkAll();
        assertThat(refusalOf(() -> as("desk1").does("reviewPlan", "finding", "SOUND", "words", "好")))
                .isEqualTo("task-not-yours");
        review("SOUND");
        assertThat(refusalOf(() -> as("lead").does("decideRegistration", "decision", "APPROVED", "reason", "好")))
                .isEqualTo("task-not-yours");
        assertThat(shownBy(task("decideRegistration").getId()))
                .containsExactly("show_facts", "show_given", "show_renovation", "show_review", "show_ticket");
        assertThat(dossiers.opinions(number())).extracting(Opinion::result).containsExactly(Opinion.Result.SOUND);
    }

    @Test
    void onlyDeclaredVariablesAreKept() {
        assertThat(undeclared()).isEmpty();
        checkAll();
        assertThat(undeclared()).isEmpty();
        review("SOUND");
        decide("APPROVED");
        assertThat(undeclared()).isEmpty();
        sign();
        assertThat(historyService().createHistoricVariableInstanceQuery().count())
                .isZero();
    }

    // What fails

    @ParameterizedTest
    @ValueSource(strings = {"sendTask_notifyResidentOfApproval", "serviceTask_issueCertificate"})
    void aTellingThatFailsIsTriedAgainStopsThereAndGoesOnWhenTheCauseIsGone(String element) {
        checkAll();
        review("SOUND");
        if (element.equals("serviceTask_issueCertificate")) {
            decide("APPROVED");
            as("desk1").hands("signAgreement", agreement(ticks(open(Requirement.Stage.BEFORE_START))));
        } else {
            as("manager").hands("decideRegistration", "decision", "APPROVED", "reason", "好");
        }
        notices(new IllegalStateException("no outbox"));
        assertThat(retriesUntilGivenUp(element)).containsExactly(4, 3, 2, 1, 0);
        assertThat(incident().getActivityId()).isIn(element, "sendTask_notifyResidentOfCertificate");
        assertThat(renovation().certificate()).isEmpty();
        noticesRecover();
        retry();
        assertThat(incidents()).isEmpty();
        assertThat(flow()).hasPassed(element);
    }

    @Test
    void aRefusalThatCannotBeToldStopsThereAndGoesOn() {
        checkAll();
        review("UNSOUND");
        as("manager").hands("decideRegistration", "decision", "REFUSED", "reason", "不行");
        notices(new IllegalStateException("no outbox"));
        retriesUntilGivenUp("sendTask_notifyResidentOfRefusal");
        noticesRecover();
        retry();
        assertThat(flow()).isEnded().hasPassed("endEvent_notApproved");
    }
}
