package org.shouwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.problem.Refusal;

/** What a kind asks beyond the common facts, and how it is refused. */
class DetailsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void answersAreReadByTheirType() {
        Details details = new Details(Map.of(
                "wish", "  道歉  ",
                "injury", "true",
                "households", "5",
                "due", "2026-11-24T10:00",
                "scope", "UNIT"));

        assertThat(details.text("wish", "业主诉求", 10)).isEqualTo("道歉");
        assertThat(details.flag("injury", "有人受伤")).isTrue();
        assertThat(details.whole("households", "户数", 1, 1, 100)).isEqualTo(5);
        assertThat(details.moment("due", "期限", SHANGHAI)).contains(Instant.parse("2026-11-24T02:00:00Z"));
        assertThat(details.choice("scope", "范围", Scope.class)).isEqualTo(Scope.UNIT);
    }

    @Test
    void whatIsNotToldHasItsUsualAnswer() {
        Map<String, String> told = new HashMap<>(Map.of("wish", "  "));
        told.put("scope", null);
        Details details = new Details(told);

        assertThat(details).isEqualTo(Details.NONE);
        assertThat(details.optionalText("wish", "业主诉求", 10)).isEmpty();
        assertThat(details.flag("injury", "有人受伤")).isFalse();
        assertThat(details.whole("households", "户数", 1, 1, 100)).isEqualTo(1);
        assertThat(details.moment("due", "期限", SHANGHAI)).isEmpty();
        assertThat(details.optionalChoice("scope", "范围", Scope.class)).isEmpty();
        assertRefused(d -> d.text("wish", "业主诉求", 10), details, "wish", "请填写业主诉求（details.wish）");
    }

    @ParameterizedTest(name = "households={0}")
    @CsvSource({"0", "101", "1.5", "1e9", "很多", "'5 户'"})
    void aNumberIsWholeAndWithinItsLimits(String told) {
        assertRefused(
                details -> details.whole("households", "户数", 1, 1, 100),
                new Details(Map.of("households", told)),
                "households",
                "户数（details.households）须为 1 到 100 的整数");
    }

    @Test
    void aWholeNumberMayBeWrittenAsADecimal() {
        assertThat(new Details(Map.of("households", "3.0")).whole("households", "户数", 1, 1, 100))
                .isEqualTo(3);
    }

    @Test
    void everyProblemNamesItsField() {
        Details details =
                new Details(Map.of("wish", "道歉并赔偿损失", "injury", "是", "due", "明天", "scope", "TOWN", "tail", "a\0b"));

        assertRefused(d -> d.text("wish", "业主诉求", 5), details, "wish", "最多 5 字");
        assertRefused(d -> d.flag("injury", "有人受伤"), details, "injury", "只能是 true 或 false");
        assertRefused(d -> d.moment("due", "期限", SHANGHAI), details, "due", "须为日期和时间");
        assertRefused(d -> d.choice("scope", "范围", Scope.class), details, "scope", "可选：UNKNOWN、PERSONAL、UNIT、ESTATE");
        assertRefused(d -> d.text("tail", "尾注", 5), details, "tail", "不能保存的字符");
    }

    @Test
    void undeclaredNamesAreRefused() {
        Details details = new Details(Map.of("wish", "道歉"));

        details.only("wish", "injury");
        assertRefused(d -> d.only("injury", "about"), details, "wish", "没有附加事项“wish”，可填：about、injury");
        assertRefused(Details::only, details, "wish", "这种工单没有附加事项");
    }

    private static void assertRefused(Consumer<Details> reading, Details details, String name, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> reading.accept(details))
                .withMessageContaining(sentence)
                .satisfies(refusal -> assertThat(refusal.field()).contains("details." + name));
    }
}
