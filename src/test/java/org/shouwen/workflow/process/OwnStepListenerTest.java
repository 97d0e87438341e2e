package org.shouwen.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was answered at a step that managers drew is kept to its last word. */
class OwnStepListenerTest {

    @Test
    void manyLongAnswersGoOnInTheNextLine() {
        List<String> answers = IntStream.range(0, 20)
                .mapToObj(at -> "问题" + at + "：" + "字".repeat(500) + at)
                .toList();
        List<String> lines = OwnStepListener.lines("经理复核", answers);
        assertThat(lines)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(OwnStepListener.LONGEST))
                .allSatisfy(line -> assertThat(line).startsWith("“经理复核”"))
                .hasSize(3);
        assertThat(answers).allSatisfy(answer -> assertThat(lines).anyMatch(line -> line.contains(answer)));
    }

    @Test
    void oneThatIsLongerThanALineIsNotCutInACharacter() {
        List<String> lines = OwnStepListener.lines("看", List.of("😀".repeat(5_000)));
        assertThat(String.join("", lines).replaceAll("[^😀]", ""))
                .isEqualTo(String.join("", Collections.nCopies(5_000, "😀")));
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(OwnStepListener.LONGEST));
    }

    @Test
    void nothingAnsweredIsDone() {
        assertThat(OwnStepListener.lines("看", List.of())).containsExactly("“看”已办");
    }
}
