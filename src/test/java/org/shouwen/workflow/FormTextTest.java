package org.shouwen.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTextTest {

    private static final int LONGEST = 4000;

    @Test
    void whatFitsIsShownWhole() {
        String text = "一".repeat(LONGEST);
        assertThat(new FormText().ours(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"一", "*", "a*", "😀", "a😀", "\\", "[x](y) ", "两个字\n"})
    void whateverIsTooLongFitsAndEndsBetweenTwoCharacters(String piece) {
        IntStream.rangeClosed(0, 3).forEach(before -> {
            String shown = new FormText()
                    .ours("x".repeat(before))
                    .words(piece.repeat(5000))
                    .toString();
            assertThat(shown).hasSizeLessThanOrEqualTo(LONGEST).endsWith("……（太长，其余请到页面上查看）");
            String kept = shown.substring(0, shown.indexOf("\n\n……"));
            assertThat(kept).hasSizeGreaterThan(LONGEST / 2);
            assertThat(kept.length() - kept.replaceFirst("\\\\+$", "").length()).isEven();
            assertThat(Character.isHighSurrogate(kept.charAt(kept.length() - 1)))
                    .isFalse();
        });
    }

    @Test
    void aLongListEndsWithAWholeLine() {
        FormText text = new FormText();
        IntStream.range(0, 500).forEach(i -> text.ours("- BX-26-%06d 办结，时限 11月27日（周五）18:00\n".formatted(i)));
        assertThat(text.toString().lines().filter(line -> line.startsWith("- ")))
                .allSatisfy(line -> assertThat(line).endsWith("18:00"));
    }
}
