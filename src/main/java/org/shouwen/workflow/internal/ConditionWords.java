package org.shouwen.workflow.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shouwen.workflow.Blocks.Answer;
import org.shouwen.workflow.Submission;

/** What managers' own steps and tables decide, in the words in which the drawing board offers it. */
final class ConditionWords {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ConditionWords() {}

    /**
     * @param forms whose choices may be asked for
     * @param tables what each table answers
     * @return words by the condition as it is written
     */
    static Map<String, String> of(Collection<byte[]> forms, Collection<List<Answer>> tables) {
        Map<String, String> words = new LinkedHashMap<>();
        tables.forEach(table -> table.forEach(answer -> answer.conditions()
                .forEach(choice -> words.put(choice.value(), "“" + answer.label() + "”是“" + choice.label() + "”"))));
        forms.forEach(form -> OwnAnswers.fields(read(form))
                .filter(OwnAnswers::isChoice)
                .forEach(field -> field.path("values")
                        .forEach(value -> words.put(
                                condition(field, value),
                                "“" + field.path("label").asText() + "”选“"
                                        + value.path("label").asText() + "”"))));
        return words;
    }

    private static String condition(JsonNode field, JsonNode value) {
        return "${" + field.path("key").asText().substring(Submission.INPUT.length()) + " == '"
                + value.path("value").asText() + "'}";
    }

    private static JsonNode read(byte[] form) {
        try {
            return JSON.readTree(form);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
