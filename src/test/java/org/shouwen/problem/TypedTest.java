package org.shouwen.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Space, tab, line end; then no-break, ideographic, narrow, zero-width, byte order mark. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                " ", "\t", "\n", "\r\n", "\u00A0", "\u3000", "\u2003", "\u202F", "\u2007", "\u200B", "\u2060", "\uFEFF"
            })
    void blanksOfEveryFormAroundATextAreNoneOfIt(String blank) {
        assertThat(Typed.plain(blank + "漏水 了" + blank + blank)).isEqualTo("漏水 了");
        assertThat(Typed.isBlank(blank)).isTrue();
        assertThat(Typed.orNull(blank)).isNull();
    }

    /** What comes along when a number is copied from a phone's contacts, or a name from a chat. */
    @ParameterizedTest
    @ValueSource(
            chars = {'\u200B', '\u200E', '\u200F', '\u202A', '\u202D', '\u202C', '\u2066', '\u2069', '\uFEFF', '\u00AD'
            })
    void whatNobodySeesIsNoneOfIt(char unseen) {
        assertThat(Typed.plain(unseen + "138" + unseen + "1234")).isEqualTo("1381234");
        assertThat(Typed.line("张" + unseen + "三")).isEqualTo("张三");
    }

    @Test
    void whatJoinsLettersStays() {
        assertThat(Typed.plain("一家\uD83D\uDC68\u200D\uD83D\uDC69")).hasSize(7);
    }

    @Test
    void aNameHasOneLine() {
        assertThat(Typed.line(" 李\r\n 四\u2028五 ")).isEqualTo("李 四 五");
    }

    @Test
    void nothingIsBlank() {
        assertThat(Typed.plain(null)).isEmpty();
        assertThat(Typed.isBlank(null)).isTrue();
    }

    @Test
    void aLineEndsAlikeWhereverItWasTyped() {
        assertThat(Typed.plain("一\r\n二\n三")).isEqualTo("一\n二\n三");
    }

    @Test
    void whatNoDatabaseTakesOrNoPaperShowsCannotBeKept() {
        IntStream.rangeClosed(0, 0x9F)
                .filter(Character::isISOControl)
                .filter(c -> !Character.isWhitespace(c))
                .forEach(c -> assertThat(Typed.canBeKept("a" + (char) c))
                        .as("U+%04X", c)
                        .isFalse());
        assertThat(Typed.canBeKept("\uD83D")).isFalse();
        assertThat(Typed.canBeKept("多行\n\t文字 😀 𠮷")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"１３８, 138", "Ａ－１＠ｑｑ．ｃｏｍ, A-1@qq.com", "（０５３１）, (0531)", "卢湾区, 卢湾区"})
    void whatWasTypedAtFullWidthIsReadAtHalf(String typed, String narrow) {
        assertThat(Typed.narrow(typed)).isEqualTo(narrow);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T18:00, 2026-11-23T10:00:00Z",
        "２０２６-１１-２３T１８：００, 2026-11-23T10:00:00Z",
        "2026-11-23T10:00Z, 2026-11-23T10:00:00Z",
        "2026-11-23T18:00:30.5+08:00, 2026-11-23T10:00:30.5Z",
        "2026-11-23T18:00+08, 2026-11-23T10:00:00Z",
        "2026-11-23T18:00+08:00[Asia/Shanghai], 2026-11-23T10:00:00Z"
    })
    void momentsAreReadWithAndWithoutOffset(String typed, Instant at) {
        assertThat(Typed.moment(typed, ZONE)).contains(at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "明天",
                "2026-11-23",
                "2026-11-23 18:00",
                "2026-02-30T10:00",
                "2026-11-23T25:00",
                "2026-11-23T18:00+25:00",
                "2026-11-23T18:00+08:00[Mars/Base]",
                "+999999999-12-31T23:59:59-18:00",
                "1795428000000"
            })
    void whatIsNoMomentIsNone(String typed) {
        assertThat(Typed.moment(typed, ZONE)).isEmpty();
    }

    @Test
    void daysMonthsAndTimes() {
        assertThat(Typed.date(" 2026-11-23 ")).contains(LocalDate.of(2026, 11, 23));
        assertThat(Typed.date("2026-2-3")).isEmpty();
        assertThat(Typed.date("2026-02-30")).isEmpty();
        assertThat(Typed.dateOfASheet("2026/2/3")).contains(LocalDate.of(2026, 2, 3));
        assertThat(Typed.dateOfASheet("2026-2-30")).isEmpty();
        assertThat(Typed.month("2026-11")).contains(YearMonth.of(2026, 11));
        assertThat(Typed.month("2026-13")).isEmpty();
        assertThat(Typed.time("8：00")).contains(LocalTime.of(8, 0));
        assertThat(Typed.time("24:00")).isEmpty();
    }

    @Test
    void aCodeIsItsVeryNameUnlessThereIsALabelToo() {
        assertThat(Typed.code("\u3000MONDAY ", DayOfWeek.class)).contains(DayOfWeek.MONDAY);
        assertThat(Typed.code("monday", DayOfWeek.class)).isEmpty();
        assertThat(Typed.code("monday", DayOfWeek.class, TypedTest::label)).contains(DayOfWeek.MONDAY);
        assertThat(Typed.code("星期一", DayOfWeek.class, TypedTest::label)).contains(DayOfWeek.MONDAY);
        assertThat(Typed.code("", DayOfWeek.class, TypedTest::label)).isEmpty();
        assertThat(Typed.codes(DayOfWeek.class)).startsWith("MONDAY、TUESDAY");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "5, 5",
                "' 5 ', 5",
                "５, 5",
                "3.0, 3",
                "0, -",
                "10, -",
                "1.5, -",
                "'', -",
                "五, -",
                "-5, -",
                "99999999999, -"
            })
    void wholeNumbersLieWithinTheirLimits(String typed, Integer number) {
        assertThat(Typed.whole(typed, 1, 9)).isEqualTo(Optional.ofNullable(number));
    }

    private static String label(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.CHINA);
    }
}
