package org.shouwen.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wording as people read it: what is filled in has a name, nothing of a template is left, and it turns back as it was. */
class ShippedTextsTest {

    private static final Pattern NO_WORD = Pattern.compile("\\$\\{|\\[#|\\[/]|\\[\\(|th:|随工单〕|视情况而定|〔？〕");

    static List<String> names() throws IOException {
        return WordingTest.stems();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aWordingIsReadInWords(String name) {
        Text shipped = Wording.load(name);
        Text text = WordingMarks.of(shipped).inWords(shipped);
        assertThat(Wordings.title(name, shipped)).startsWith("通知：").doesNotContain("null", "〔/〕", "如有");
        for (String said : new String[] {text.subject(), text.body()}) {
            assertThat(said).isNotBlank().doesNotContainPattern(NO_WORD);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aWordingInWordsTurnsBackIntoItsVeryFile(String name) {
        Text shipped = Wording.load(name);
        WordingMarks marks = WordingMarks.of(name, shipped, shipped);
        Text words = marks.inWords(shipped);
        // As a browser sends it
        WordingMarks.Typed typed = marks.typed(words.subject(), words.body().replace("\n", "\r\n"));
        assertThat(typed.faults()).isEmpty();
        assertThat(typed.text()).isEqualTo(shipped);
        assertThat(WordingVersions.text(WordingVersions.file(typed.text()))).isEqualTo(shipped);
    }
}
