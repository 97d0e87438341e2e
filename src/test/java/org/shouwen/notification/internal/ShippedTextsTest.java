package org.shouwen.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwen.notification.NoticeTexts.NoticeText;

/** Every wording as people read it: what is filled in has a name, and nothing of a template is left. */
class ShippedTextsTest {

    private static final Pattern NO_WORD = Pattern.compile("\\$\\{|\\[#|\\[/]|\\[\\(|th:|随工单〕");

    static Stream<NoticeText> texts() {
        return new ShippedTexts().all().stream();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aWordingIsReadInWords(NoticeText text) {
        assertThat(text.audience()).isNotEmpty();
        for (String said : new String[] {text.subject(), text.body()}) {
            assertThat(said).isNotBlank().doesNotContainPattern(NO_WORD);
            assertThat(said.chars().filter(letter -> letter == '⟦').count())
                    .isEqualTo(said.chars().filter(letter -> letter == '⟧').count());
        }
    }
}
