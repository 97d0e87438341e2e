package org.shouwen.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwen.testing.Models;
import org.shouwen.workflow.FormSheets.Question;

/** Every shipped form, as people read what it asks. */
class FormReadingTest {

    private static final Pattern NO_WORD = Pattern.compile("[A-Z]{3,}|input_|show_|null|\\{");

    static Stream<Models.Form> forms() {
        return Models.forms().stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyQuestionIsReadInWords(Models.Form form) {
        assertThat(FormReading.of(form.id(), form.json()).questions())
                .hasSize(form.inputs().size())
                .allSatisfy(question -> {
                    assertThat(question.label()).isNotBlank();
                    assertThat(question.how()).isNotEqualTo("其他");
                    assertThat(NO_WORD.matcher(question.label() + question.how() + question.shown())
                                    .find())
                            .as("%s", question)
                            .isFalse();
                });
        form.inputs().values().stream()
                .filter(field -> field.has("conditional"))
                .map(field -> field.path("label").asText(field.path("dateLabel").asText()))
                .forEach(label -> assertThat(
                                FormReading.of(form.id(), form.json()).questions())
                        .filteredOn(Question::label, label)
                        .allMatch(question -> !question.shown().isEmpty()));
    }

    @ParameterizedTest
    @CsvSource({
        "reportWork, 材料清单, 没有勾“还没有修好”，“材料来源”选的不是“未用材料”时",
        "accept, 退回原因, “是否接单”选“退回”时",
        "acknowledge, 由谁办理或增援, “督办决定”选“换人办理”或“增派人手”时",
    })
    void whenAQuestionIsAskedIsSaid(String id, String label, String shown) {
        Models.Form form =
                forms().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        assertThat(FormReading.of(id, form.json()).questions())
                .filteredOn(Question::label, label)
                .extracting(Question::shown)
                .containsExactly(shown);
    }
}
