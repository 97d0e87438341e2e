package org.shouwen.workerpass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shouwen.citypack.CityRules.at;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.shouwen.citypack.City;
import org.shouwen.citypack.CityRules;
import org.shouwen.citypack.SitePolicies;
import org.shouwen.citypack.SitePolicy;
import org.shouwen.credential.Credentials;
import org.shouwen.credential.Verdict;
import org.shouwen.credential.Verdict.State;
import org.shouwen.gate.AtTheGate;
import org.shouwen.gate.GateDesk;
import org.shouwen.gate.GatePaper;
import org.shouwen.gate.Passage;
import org.shouwen.gate.Reading;
import org.shouwen.problem.Refusal;
import org.shouwen.renovation.Certificate;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.Renovations;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.shouwen.worksite.GateOrders;

/** Who gets a pass, and who comes in with it: Beijing, registered from 1 to 30 September 2026, a worker with CR-26-000001. */
class GateTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String TICKET = "ZS-26-000001";
    private static final String PASS = "CR-26-000001";
    private static final Worker ZHANG = new Worker("张三", "水电工", "138 1234 5678");
    private static final Instant WEDNESDAY_TEN = at("2026-09-16T10:00");

    private final Moments moments = new Moments(Clock.fixed(WEDNESDAY_TEN, SHANGHAI), SHANGHAI);
    private final KeptPasses passes = new KeptPasses();
    private final CityRules rules = new CityRules();
    private final Renovations renovations = Mockito.mock(Renovations.class);
    private final Credentials credentials = Mockito.mock(Credentials.class);
    private final GateOrders orders = Mockito.mock(GateOrders.class);
    private final PassCheck check = new PassCheck(renovations, rules.hours(), orders, moments);
    private final PassProof proof = new PassProof(passes, check);
    private final Tickets tickets = Mockito.mock(Tickets.class, Mockito.RETURNS_DEEP_STUBS);
    private final SitePolicies policies = Mockito.mock(SitePolicies.class);
    private final PassGate paper =
            new PassGate(passes, check, proof, new PassGate.Surroundings(tickets, policies), moments);
    private final Guard gate = new Guard();
    private final WorkerPassDesk desk = new WorkerPassDesk(passes, renovations, tickets, moments);

    private Optional<Certificate> certificate = Optional.empty();

    @BeforeEach
    void aWorkerOfARegisteredRenovation() {
        rules.choose("east", City.BEIJING);
        registered("2026-09-01", "2026-09-30", Optional.empty());
        desk.issue(TICKET, ZHANG, "desk1", at("2026-08-31T09:00"));
        Mockito.when(policies.of("east")).thenReturn(SitePolicy.usual("east"));
    }

    /** The gate of the renovation's site, as its guard uses it. */
    private final class Guard {

        private final GateDesk desk = AtTheGate.reading(credentials, paper);

        void enter(String number, int issue, String by, Instant at) {
            desk.pass(new Passage(number, issue, GatePaper.Way.IN, Map.of()), AtTheGate.guard(by, "east", at));
        }

        void leave(String number, String by, Instant at) {
            desk.pass(new Passage(number, 0, GatePaper.Way.OUT, Map.of()), AtTheGate.guard(by, "east", at));
        }

        GateDesk.Shown read(String code, Instant at) {
            return desk.read(code, AtTheGate.guard("guard", "east", at));
        }

        boolean holds(WorkerPass pass, Instant at) {
            return desk.inside(AtTheGate.guard("guard", "east", at)).stream()
                    .filter(who -> who.number().equals(pass.number()))
                    .allMatch(who -> who.overdue().isEmpty());
        }
    }

    // ---- hours and days

    @Test
    void atOneOClockInHangzhouHeIsTurnedAway() {
        rules.choose("east", City.HANGZHOU);
        refused(() -> gate.enter(PASS, 1, "guard", at("2026-09-16T13:00")), "pass-outside-hours", "请等到 14:00");
        assertThat(passes.inside("")).isEmpty();
        gate.enter(PASS, 1, "guard", at("2026-09-16T14:00"));
        assertThat(passes.inside("east")).extracting(WorkerPass::number).containsExactly(PASS);
    }

    @Test
    void onASundayInBeijingHeIsTurnedAway() {
        refused(
                () -> gate.enter(PASS, 1, "guard", at("2026-09-13T10:00")),
                "pass-outside-hours",
                "今天是周日，休息日，全天不得施工（北京市环境噪声污染防治办法第35条）");
    }

    @Test
    void onTheMakeUpSundayHeComesIn() {
        gate.enter(PASS, 1, "guard", at("2026-09-20T10:00"));
        assertThat(passes.hold(PASS).insideSince()).contains(at("2026-09-20T10:00"));
    }

    // ---- the registration

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            2026-08-31T10:00, OUTSIDE_HOURS, 还没有到开工日期
            2026-09-01T10:00, VALID,         现在可以施工
            2026-09-30T17:59, VALID,         现在可以施工
            2026-10-01T10:00, EXPIRED,       装修施工登记到2026年9月30日为止
            """)
    void aPassHoldsAsLongAsTheRegistration(String moment, State state, String words) {
        Verdict verdict = verdict(1, at(moment));
        assertThat(verdict.state()).isEqualTo(state);
        assertThat(verdict.sentence()).contains(words);
    }

    @Test
    void aLongerRegistrationIsALongerPass() {
        registered("2026-09-01", "2026-10-31", Optional.empty());
        assertThat(verdict(1, at("2026-10-30T10:00")).state()).isEqualTo(State.VALID);
    }

    @Test
    void withARevokedRegistrationThePassIsVoid() {
        registered("2026-09-01", "2026-09-30", Optional.of(WEDNESDAY_TEN));
        refused(() -> gate.enter(PASS, 1, "guard", WEDNESDAY_TEN), "pass-revoked", "已经作废");
        refused(
                () -> desk.issue(TICKET, worker("13900001111"), "desk1", WEDNESDAY_TEN),
                "pass-registration-ended",
                "作废");
    }

    @Test
    void whenTheFileIsClosedThePassIsVoid() {
        stage(Renovation.Stage.FILED);
        assertThat(verdict(1, WEDNESDAY_TEN).state()).isEqualTo(State.REVOKED);
    }

    // ---- issuing

    @Test
    void withoutACertificateNobodyGetsAPass() {
        Mockito.when(renovations.get(TICKET)).thenReturn(renovation(Renovation.Stage.SIGNING, Optional.empty()));
        refused(
                () -> desk.issue(TICKET, worker("13900001111"), "desk1", WEDNESDAY_TEN),
                "pass-unregistered",
                "建设部令第110号第13条");
    }

    @Test
    void forAnExpiredRegistrationNobodyGetsAPass() {
        refused(
                () -> desk.issue(TICKET, worker("13900001111"), "desk1", at("2026-10-01T09:00")),
                "pass-registration-expired",
                "已于2026年9月30日到期，不能再办出入证；还要施工的，请先重新登记（建设部令第110号第13条）");
        assertThat(passes.ofTicket(TICKET)).hasSize(1);
    }

    @Test
    void oneWorkerHasOnePassOfARenovation() {
        refused(() -> desk.issue(TICKET, worker("13812345678"), "desk1", WEDNESDAY_TEN), "pass-known", PASS);
        desk.giveBack(PASS, "desk1", WEDNESDAY_TEN);
        assertThat(desk.issue(TICKET, worker("13812345678"), "desk1", WEDNESDAY_TEN)
                        .number())
                .isEqualTo("CR-26-000002");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -,    水电工, 13812345678, name
            张三, '',     13812345678, trade
            张三, 水电工, 1234,        phone
            """)
    void whatIsMissingIsNamed(String name, String trade, String phone, String field) {
        assertThatThrownBy(() -> new Worker(name, trade, phone))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).contains(field));
    }

    // ---- swap, lost, copied

    @Test
    void heComesInAndGoesOut() {
        gate.enter(PASS, 1, "guard", WEDNESDAY_TEN);
        gate.leave(PASS, "guard", at("2026-09-16T11:30"));
        gate.enter(PASS, 1, "guard", at("2026-09-16T14:00"));
        assertThat(passes.inside("")).singleElement().satisfies(pass -> assertThat(pass.insideSince())
                .contains(at("2026-09-16T14:00")));
        assertThat(kinds())
                .containsExactly(
                        PassEvent.Kind.ISSUED, PassEvent.Kind.ENTERED, PassEvent.Kind.LEFT, PassEvent.Kind.ENTERED);
    }

    @Test
    void whoDidNotComeInDoesNotGoOut() {
        refused(() -> gate.leave(PASS, "guard", WEDNESDAY_TEN), "pass-not-inside", "没有登记进场");
    }

    @Test
    void heGoesOutAfterHours() {
        gate.enter(PASS, 1, "guard", WEDNESDAY_TEN);
        assertThat(gate.holds(passes.hold(PASS), at("2026-09-16T20:00"))).isFalse();
        gate.leave(PASS, "guard", at("2026-09-16T20:00"));
        assertThat(passes.inside("")).isEmpty();
    }

    @Test
    void aCopiedCodeIsTurnedAwayWhileTheHolderIsInside() {
        gate.enter(PASS, 1, "guard", WEDNESDAY_TEN);
        refused(
                () -> gate.enter(PASS, 1, "guard", at("2026-09-16T10:30")),
                "pass-inside-already",
                "9月16日（周三）10:00 已经进场、还没有离场：这张码可能是复制的");
        assertThat(passes.hold(PASS).insideSince()).contains(WEDNESDAY_TEN);
        assertThat(kinds()).endsWith(PassEvent.Kind.TURNED_AWAY);
    }

    @Test
    void aLostCardIsVoidAtOnceAndTheNewOneHolds() {
        assertThat(desk.replace(PASS, "desk1", WEDNESDAY_TEN).issue()).isEqualTo(2);
        refused(
                () -> gate.enter(PASS, 1, "guard", WEDNESDAY_TEN),
                "pass-revoked",
                "这是挂失前的旧卡（第 1 次发证），已经作废，请收回；现在有效的是第 2 次发的卡");
        gate.enter(PASS, 2, "guard", WEDNESDAY_TEN);
        assertThat(passes.hold(PASS).insideSince()).isPresent();
    }

    @Test
    void aCardThatWasNeverIssuedIsNoCard() {
        refused(() -> gate.enter(PASS, 7, "guard", WEDNESDAY_TEN), "pass-revoked", "第 1 次发的卡");
    }

    @Test
    void whoIsNotTheHolderIsTurnedAwayAndItIsWrittenDown() {
        assertThat(paper.turnAway(PASS, 0, "不是照片上的人", "guard", WEDNESDAY_TEN)).isEqualTo("已记下拒绝进场：张三（CR-26-000001）。");
        assertThat(kinds()).endsWith(PassEvent.Kind.TURNED_AWAY);
        assertThat(passes.inside("")).isEmpty();
    }

    @Test
    void aPassOfAnotherSiteOpensNoGateHere() {
        GateDesk west = AtTheGate.reading(credentials, paper);
        refused(() -> west.read(PASS, AtTheGate.guard("guard", "west", WEDNESDAY_TEN)), "gate-other-site", "请不要放行");
    }

    // ---- suspended, given back

    @Test
    void suspendedForTheDayHeComesInTomorrow() {
        desk.suspend(PASS, Optional.of(at("2026-09-17T00:00")), "超时施工", "lead", WEDNESDAY_TEN);
        refused(
                () -> gate.enter(PASS, 1, "guard", at("2026-09-16T15:00")),
                "pass-outside-hours",
                "出入证暂停使用：超时施工，到 9月17日（周四）00:00 恢复");
        gate.enter(PASS, 1, "guard", at("2026-09-17T08:00"));
    }

    @Test
    void suspendedWithoutAnEndHeWaitsUntilItIsLifted() {
        desk.suspend(PASS, Optional.empty(), "不听劝阻", "lead", WEDNESDAY_TEN);
        assertThat(verdict(1, at("2026-09-29T10:00")).sentence()).contains("不听劝阻，恢复前不得进场");
        desk.resume(PASS, "lead", at("2026-09-29T11:00"));
        assertThat(verdict(1, at("2026-09-29T11:00")).state()).isEqualTo(State.VALID);
        refused(() -> desk.resume(PASS, "lead", at("2026-09-29T11:05")), "pass-not-suspended", "没有暂停");
    }

    @Test
    void aSuspensionNeedsAReasonAndAnEndAhead() {
        refused(
                () -> desk.suspend(PASS, Optional.of(WEDNESDAY_TEN), "超时施工", "lead", WEDNESDAY_TEN),
                "pass-suspension-past",
                "现在以后");
        refused(() -> desk.suspend(PASS, Optional.empty(), " ", "lead", WEDNESDAY_TEN), "field-missing", "暂停的原因");
    }

    @Test
    void whatWasGivenBackIsNotUsedAgain() {
        gate.enter(PASS, 1, "guard", WEDNESDAY_TEN);
        refused(() -> desk.giveBack(PASS, "desk1", WEDNESDAY_TEN), "pass-inside", "先登记离场");
        gate.leave(PASS, "guard", WEDNESDAY_TEN);
        desk.giveBack(PASS, "desk1", WEDNESDAY_TEN);
        refused(() -> gate.enter(PASS, 1, "guard", WEDNESDAY_TEN), "pass-revoked", "已经交回");
        refused(() -> desk.giveBack(PASS, "desk1", WEDNESDAY_TEN), "pass-returned", "已经交回");
        refused(() -> desk.replace(PASS, "desk1", WEDNESDAY_TEN), "pass-returned", "不能补发");
        refused(() -> desk.suspend(PASS, Optional.empty(), "超时施工", "lead", WEDNESDAY_TEN), "pass-returned", "不能暂停");
    }

    // ---- violations

    @Test
    void whileASeriousViolationIsNotRectifiedNobodyComesInAndNoMaterial() {
        Mockito.when(orders.of(TICKET, WEDNESDAY_TEN))
                .thenReturn(Optional.of(new GateOrders.GateOrder(true, true, "这户有违规：人员、材料不得进场", "物业管理条例第45条")));
        refused(() -> gate.enter(PASS, 1, "guard", WEDNESDAY_TEN), "pass-outside-hours", "这户有违规：人员、材料不得进场（物业管理条例第45条）");
        assertThat(gate.read(PASS, WEDNESDAY_TEN).reading().alarms()).contains("材料不得进场：这户有违规：人员、材料不得进场");
    }

    @Test
    void whereOnlyMaterialIsRefusedTheWorkersComeIn() {
        Mockito.when(orders.of(TICKET, WEDNESDAY_TEN))
                .thenReturn(Optional.of(new GateOrders.GateOrder(false, true, "材料不得进场", "")));
        gate.enter(PASS, 1, "guard", WEDNESDAY_TEN);
        assertThat(gate.read(PASS, WEDNESDAY_TEN).reading().alarms()).isNotEmpty();
    }

    @Test
    void theFileWaitsForTheCards() {
        PassFile file = new PassFile(passes);
        assertThat(file.missing(TICKET)).containsExactly("出入证 CR-26-000001，张**（水电工），还没有交回");
        desk.giveBack(PASS, "desk1", WEDNESDAY_TEN);
        assertThat(file.missing(TICKET)).isEmpty();
    }

    // ---- reading

    @ParameterizedTest
    @ValueSource(strings = {"CR-26-000001", " cr-26-000001 ", "CR-26-000001/1", "CR-26-000001 ／ 1"})
    void theNumberOnTheCardWillDo(String typed) {
        GateDesk.Shown shown = gate.read(typed, WEDNESDAY_TEN);
        Reading reading = shown.reading();
        assertThat(reading.number()).isEqualTo(PASS);
        assertThat(reading.issue()).isEqualTo(1);
        assertThat(shown.scanned()).isFalse();
        assertThat(reading.verdict().state()).isEqualTo(State.VALID);
    }

    @Test
    void theCodeIsReadFromItsLink() {
        Mockito.when(credentials.read("token"))
                .thenReturn(Optional.of(new Credentials.Reference("WORKER_PASS", PASS, 1)));
        for (String code : List.of("token", "https://desk.example.cn/v/token")) {
            assertThat(gate.read(code, WEDNESDAY_TEN).scanned()).isTrue();
        }
    }

    @Test
    void anAlteredCodeOrAnotherPaperIsNoPass() {
        Mockito.when(credentials.read("other"))
                .thenReturn(Optional.of(new Credentials.Reference("NOTICE", "GZ-26-000001", 1)));
        refused(() -> gate.read("https://desk.example.cn/v/tokem", WEDNESDAY_TEN), "pass-code-unknown", "被改动过");
        refused(() -> gate.read("other", WEDNESDAY_TEN), "pass-code-other", "GZ-26-000001");
        refused(() -> gate.read("CR-26-000009", WEDNESDAY_TEN), "pass-not-found", "CR-26-000009");
    }

    @Test
    void whoeverScansTheCardReadsNoNameAndNoPhone() {
        Verdict verdict = proof.verify(PASS, 1, WEDNESDAY_TEN);
        assertThat(verdict.facts()).extracting(Verdict.Fact::value).contains("张**", "水电工");
        assertThat(verdict.toString()).doesNotContain("张三").doesNotContain("5678");
        assertThat(proof.verify("CR-26-000009", 1, WEDNESDAY_TEN).state()).isEqualTo(State.UNKNOWN);
    }

    private Verdict verdict(int issue, Instant at) {
        return proof.verify(PASS, issue, at);
    }

    private List<PassEvent.Kind> kinds() {
        return passes.events.stream().map(PassEvent::kind).toList();
    }

    private static Worker worker(String phone) {
        return new Worker("李四", "木工", phone);
    }

    private static void refused(ThrowingCallable deed, String name, String words) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.name()).isEqualTo(name);
            assertThat(refusal).hasMessageContaining(words);
        });
    }

    private void registered(String from, String until, Optional<Instant> revokedAt) {
        certificate = Optional.of(new Certificate(
                "ZJ-26-000001",
                TICKET,
                "east",
                LocalDate.parse(from),
                LocalDate.parse(until),
                at("2026-08-30T10:00"),
                "supervisor",
                revokedAt));
        stage(Renovation.Stage.REGISTERED);
    }

    private void stage(Renovation.Stage stage) {
        Mockito.when(renovations.get(TICKET)).thenReturn(renovation(stage, certificate));
    }

    private static Renovation renovation(Renovation.Stage stage, Optional<Certificate> certificate) {
        return new Renovation(TICKET, "east", "1-1-101", null, stage, certificate);
    }
}
