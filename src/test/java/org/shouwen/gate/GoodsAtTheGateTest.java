package org.shouwen.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.shouwen.credential.Credentials;
import org.shouwen.credential.Verdict.State;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;

/** A slip for five boxes and a refrigerator, on the Tuesday until midnight, at the gate of the eastern site. */
class GoodsAtTheGateTest {

    private static final String SLIP = "FT-26-000001";
    private static final Instant TEN = Instant.parse("2026-11-24T02:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-24T16:00:00Z");

    private final Slips slips = new Slips();
    private final Credentials credentials = Mockito.mock(Credentials.class);
    private final GateDesk gate = AtTheGate.reading(credentials, slips);

    @BeforeEach
    void fiveBoxesAndARefrigerator() {
        slips.issue(
                new Slips.Slip(SLIP, "east", MIDNIGHT, List.of(new Goods(1, "纸箱", 5, 5), new Goods(2, "冰箱", 1, 1))));
        Mockito.when(credentials.read("token")).thenReturn(Optional.of(new Credentials.Reference(Slips.KIND, SLIP, 1)));
    }

    private static Caller guard(Instant at) {
        return AtTheGate.guard("guard", "east", at);
    }

    private String out(Instant at, Map<Integer, Integer> counts) {
        return gate.pass(new Passage(SLIP, 1, GatePaper.Way.OUT, counts), guard(at));
    }

    private List<Integer> left() {
        return gate.read(SLIP, guard(TEN)).reading().goods().stream()
                .map(Goods::left)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "https://desk.example.cn/v/token"})
    void theGuardSeesWhatMayGoOutAndHowManyAreLeft(String code) {
        GateDesk.Shown shown = gate.read(code, guard(TEN));
        assertThat(shown.scanned()).isTrue();
        assertThat(shown.reading().look().words()).isEqualTo("可以放行");
        assertThat(shown.reading().goods()).extracting(Goods::what).containsExactly("纸箱", "冰箱");
        assertThat(shown.reading().moves()).extracting(Reading.Move::label).containsExactly("放行");
    }

    /** Read off a crumpled paper and typed with one thumb, or with a Chinese keyboard. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ft-26-000001",
                " FT-26-000001 ",
                "FT - 26 - 000001",
                "FT26000001",
                "ｆｔ－２６－０００００１",
                "FT–26—000001",
                "FT　26　000001/1",
                "FT-26-000001／１"
            })
    void aNumberIsReadAsPeopleTypeIt(String typed) {
        GateDesk.Shown shown = gate.read(typed, guard(TEN));
        assertThat(shown.scanned()).isFalse();
        assertThat(shown.reading().number()).isEqualTo(SLIP);
    }

    @Test
    void itIsCountedOffOverSeveralTripsUntilAllHasGoneOut() {
        assertThat(out(TEN, Map.of(1, 3))).isEqualTo("已放行（FT-26-000001）。还剩：纸箱 2 件、冰箱 1 件。");
        assertThat(left()).containsExactly(2, 1);
        assertThat(out(TEN.plusSeconds(600), Map.of(1, 2, 2, 1))).endsWith("清单上的物品已经全部放行。");
        assertThat(gate.read(SLIP, guard(TEN)).reading().verdict().state()).isEqualTo(State.USED_UP);
        refused(() -> out(TEN.plusSeconds(900), Map.of(1, 1)), "slip-used-up", "放行条 FT-26-000001 上的物品已经全部放行");
        assertThat(gate.lately(guard(MIDNIGHT)))
                .extracting(GatePaper.Event::what)
                .containsExactly("放行", "放行");
    }

    @Test
    void moreThanIsListedStays() {
        refused(() -> out(TEN, Map.of(1, 6)), "gate-more-than-listed", "清单上的纸箱共 5 件，还剩 5 件，不能放行 6 件");
        out(TEN, Map.of(1, 5));
        refused(() -> out(TEN, Map.of(1, 1, 2, 1)), "gate-more-than-listed", "清单上的纸箱共 5 件，已经全部放行，不能放行 1 件");
        assertThat(left()).containsExactly(0, 1);
    }

    @Test
    void whatIsNotListedOrNotCountedStays() {
        refused(() -> out(TEN, Map.of(3, 1)), "gate-not-listed", "清单上没有第 3 项");
        refused(() -> out(TEN, Map.of(1, 0)), "gate-nothing-counted", "请填这次放行几件");
        refused(() -> out(TEN, Map.of()), "gate-nothing-counted", "请填这次放行几件");
        refused(() -> out(TEN, Map.of(1, -1)), "gate-count-invalid", "须为数字");
        refused(() -> Goods.count("两件"), "gate-count-invalid", "须为数字");
        assertThat(Goods.count(" 2 ")).isEqualTo(2);
        assertThat(Goods.count("　２")).isEqualTo(2);
        assertThat(left()).containsExactly(5, 1);
    }

    @Test
    void aSlipOfYesterdayLetsNothingOut() {
        refused(
                () -> out(MIDNIGHT.plus(Duration.ofHours(9)), Map.of(1, 1)),
                "slip-expired",
                "放行条 FT-26-000001 已经过期，请回前台重新开");
        assertThat(left()).containsExactly(5, 1);
    }

    @Test
    void anAlteredCodeIsNoSlip() {
        refused(
                () -> gate.read("https://desk.example.cn/v/tokem", guard(TEN)),
                "pass-code-unknown",
                "这不是本物业签发的码，或者被改动过，请不要放行");
    }

    @Test
    void aSlipOfAnotherSiteIsNotLetOutHere() {
        slips.issue(new Slips.Slip("FT-26-000002", "west", MIDNIGHT, List.of(new Goods(1, "纸箱", 5, 5))));
        String why = "物品放行条 FT-26-000002 是首问花园西苑的，不是您值守的项目的，请不要放行";
        refused(() -> gate.read("FT-26-000002", guard(TEN)), "gate-other-site", why);
        refused(
                () -> gate.pass(new Passage("FT-26-000002", 1, GatePaper.Way.OUT, Map.of(1, 1)), guard(TEN)),
                "gate-other-site",
                why);
        refused(() -> gate.turnAway("FT-26-000002", 1, "没有清单上的物品", guard(TEN)), "gate-other-site", why);
        assertThat(gate.lately(AtTheGate.guard("guard", "west", TEN))).isEmpty();
        assertThat(slips.find("FT-26-000002").orElseThrow().goods().get(0).left())
                .isEqualTo(5);
    }

    @Test
    void theGuardTurnsAwayWhatHeSeesIsAnotherThing() {
        assertThat(gate.turnAway(SLIP, 1, "纸箱里是公共设备", guard(TEN))).isEqualTo("已记下不放行（FT-26-000001）。");
        refused(() -> gate.turnAway(SLIP, 1, " ", guard(TEN)), "field-missing", "不放行的原因");
        assertThat(gate.lately(guard(MIDNIGHT))).singleElement().satisfies(event -> {
            assertThat(event.turnedAway()).isTrue();
            assertThat(event.text()).isEqualTo("纸箱里是公共设备");
        });
        assertThat(left()).containsExactly(5, 1);
    }

    @Test
    void aNumberThatIsNobodysIsRefused() {
        refused(() -> gate.read("FT-26-000009", guard(TEN)), "slip-not-found", "没有编号为 FT-26-000009 的物品放行条");
        refused(
                () -> gate.pass(new Passage("ZZ-26-000001", 1, GatePaper.Way.OUT, Map.of()), guard(TEN)),
                "gate-paper-not-found",
                "没有编号为 ZZ-26-000001 的物品放行条");
    }

    private static void refused(ThrowingCallable deed, String name, String words) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.name()).isEqualTo(name);
            assertThat(refusal).hasMessageContaining(words);
        });
    }
}
