package org.shouwen.paper.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How Chinese is set, with characters that are one wide, and Latin ones half as wide. */
class LineBreaksTest {

    private final LineBreaks breaks = new LineBreaks(
            text -> text.codePoints().mapToDouble(c -> c < 0x2E80 ? 0.5 : 1).sum());

    @Test
    void breaksBetweenAnyTwoCharacters() {
        assertThat(breaks.lines("楼上装修太吵了", 0, 4)).containsExactly("楼上装修", "太吵了");
    }

    @Test
    void theFirstLineIsShorterByItsIndent() {
        assertThat(breaks.lines("楼上装修太吵了", 2, 4)).containsExactly("楼上", "装修太吵", "了");
    }

    @Test
    void noLineBeginsWithAClosingMark() {
        assertThat(breaks.lines("楼上装修，太吵", 0, 4)).containsExactly("楼上装", "修，太吵");
        assertThat(breaks.lines("他说（很吵）。", 0, 6)).containsExactly("他说（很", "吵）。");
    }

    @Test
    void noLineEndsWithAnOpeningMark() {
        assertThat(breaks.lines("见附件《规约》", 0, 4)).containsExactly("见附件", "《规约》");
    }

    @Test
    void wordsAndNumbersStayWhole() {
        assertThat(breaks.lines("编号 ZG-26-000012 的通知", 0, 7.5)).containsExactly("编号", "ZG-26-000012 的", "通知");
    }

    @Test
    void whatNoLineCanTakeIsCutWhereTheLineIsFull() {
        assertThat(breaks.lines("a".repeat(20), 0, 4)).containsExactly("aaaaaaaa", "aaaaaaaa", "aaaa");
        assertThat(breaks.lines("吵" + "！".repeat(9), 0, 4)).containsExactly("吵！！！", "！！！！", "！！");
        assertThat(String.join("", breaks.lines("吵死了" + "！".repeat(9), 0, 4))).isEqualTo("吵死了" + "！".repeat(9));
    }

    @Test
    void blanksAtTheEndsAreNotPrinted() {
        assertThat(breaks.lines("  好 的  ", 0, 1)).containsExactly("好", "的");
        assertThat(breaks.lines("", 0, 4)).containsExactly("");
    }
}
