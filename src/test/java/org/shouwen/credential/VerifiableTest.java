package org.shouwen.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.credential.Verdict.State;

/** A new kind of paper: slips of goods, for one day, until all has gone out. */
class VerifiableTest {

    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    private record Slip(String number, int listed, int gone, Instant until, boolean revoked) {}

    private record Slips(Slip issued) implements Verifiable<Slip> {

        @Override
        public String kind() {
            return "SLIP";
        }

        @Override
        public String title() {
            return "物品放行条";
        }

        @Override
        public Optional<Slip> find(String number) {
            return Optional.of(issued).filter(slip -> slip.number().equals(number));
        }

        @Override
        public List<Verdict.Fact> facts(Slip slip) {
            return List.of(new Verdict.Fact("物品", "纸箱 " + slip.listed() + " 件"));
        }

        @Override
        public Verdict.Holding holds(Slip slip, int issue, Instant at) {
            if (slip.revoked()) {
                return Verdict.Holding.revoked("放行条已经作废。");
            }
            if (slip.gone() == slip.listed()) {
                return Verdict.Holding.usedUp("清单上的物品都已放行。");
            }
            return at.isAfter(slip.until()) ? Verdict.Holding.expired("放行条只在当天有效。") : Verdict.Holding.valid("可以放行。");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0, false, VALID", "5, 0, false, USED_UP", "0, 1, false, EXPIRED", "5, 1, true, REVOKED"})
    void itSaysInOneSentenceWhetherItHoldsNow(int gone, int hoursLate, boolean revoked, State state) {
        Slip slip = new Slip("FX-26-000001", 5, gone, NOON, revoked);
        Verdict verdict = new Slips(slip).verify("FX-26-000001", 1, NOON.plusSeconds(3600L * hoursLate));
        assertThat(verdict.state()).isEqualTo(state);
        assertThat(verdict.title()).isEqualTo("物品放行条");
        assertThat(verdict.sentence()).endsWith("。");
        assertThat(verdict.facts()).containsExactly(new Verdict.Fact("物品", "纸箱 5 件"));
    }

    @Test
    void aPaperThatIsNotThereIsNamedByItsKind() {
        Verdict verdict = new Slips(new Slip("FX-26-000001", 5, 0, NOON, false)).verify("FX-26-000009", 1, NOON);
        assertThat(verdict.state()).isEqualTo(State.UNKNOWN);
        assertThat(verdict.sentence()).isEqualTo("没有编号为 FX-26-000009 的物品放行条。");
        assertThat(verdict.facts()).isEmpty();
    }
}
