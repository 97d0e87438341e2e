package org.shouwen.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwen.testing.Beans;
import org.shouwen.ticket.TicketKind;

/** What a wording is said to need is what it takes to say it without a gap, and no less. */
class WordingNeedsTest {

    private final WordingNeeds needs = new WordingNeeds();
    private final Wording wording = new Wording(Wording::load);

    @Test
    void aWordingOfACertificateNeedsOne() {
        assertThat(needs.of("certificate-extended-resident").orElseThrow())
                .satisfies(need -> assertThat(need.title()).startsWith("通知：装修 〔编号〕：登记证已延期"))
                .satisfies(need -> assertThat(need.facts())
                        .containsEntry("certificateUntil", "登记证有效期")
                        .containsEntry("装修", "装修")
                        .doesNotContainKeys("number", "why"));
        assertThat(needs.of("withdrawn.to-resident").orElseThrow().facts()).isEmpty();
        assertThat(needs.of("no-such.to-resident")).isEmpty();
        assertThat(needs.of("../secret")).isEmpty();
    }

    /** With each of them said by a sign of its own, and nothing else known but what every ticket has. */
    @ParameterizedTest
    @MethodSource("org.shouwen.notification.internal.WordingTest#stems")
    void withWhatItNeedsItHasNoGap(String stem) {
        Map<String, Object> known = new HashMap<>(Map.of("promises", List.of("一项"), "promisesNow", List.of("一项")));
        WordingMarks.always().forEach(fact -> known.put(fact, "已知"));
        Map<String, String> facts = needs.of(stem).orElseThrow().facts();
        facts.keySet().forEach(fact -> known.put(fact, List.of("〈" + fact + "〉")));
        String said = wording.render(stem, known).body();
        assertThat(said).doesNotContainPattern("：[，。（]|（）|“”|〔|，。");
        facts.keySet().stream()
                .filter(fact -> fact.matches("\\w+") && !fact.equals("requirements"))
                .forEach(fact ->
                        assertThat(wording.render(stem, known).subject() + said).contains("〈" + fact + "〉"));
    }

    /** A kind's name in a subject that the rule does not know would be told to tickets of every kind. */
    @Test
    void everyKindThatASubjectNamesIsKnown() throws Exception {
        List<String> kinds = Beans.of(TicketKind.class).values().stream()
                .map(Beans::bare)
                .map(TicketKind::label)
                .toList();
        assertThat(kinds).isNotEmpty();
        for (String stem : WordingTest.stems()) {
            String subject = Wording.load(stem).subject();
            kinds.stream().filter(subject::contains).forEach(kind -> assertThat(
                            needs.of(stem).orElseThrow().facts())
                    .as(stem)
                    .containsKey(kind));
        }
    }
}
