package org.shouwen.workflow.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.shouwen.workflow.Difference;
import org.shouwen.workflow.Difference.Cell;
import org.shouwen.workflow.Difference.Line;
import org.shouwen.workflow.Difference.What;
import org.shouwen.workflow.FormSheets.Question;

/**
 * What one version of a form asks otherwise than another. Questions are the same where their keys are, texts where their ids
 * are; what a question says that has no words of its own counts, too.
 */
final class FormDifference {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is said in words, with what is inside it. */
    private static final Set<String> IN_WORDS = Set.of(
            "label",
            "dateLabel",
            "text",
            "type",
            "subtype",
            "description",
            "validate",
            "values",
            "valuesKey",
            "conditional",
            "decimalDigits",
            "defaultValue",
            "increment",
            "disallowPassedDates");

    private FormDifference() {}

    /** @param written of a part, without those inside it */
    private record Part(String where, String called, Map<String, String> says, JsonNode written) {}

    static Difference of(byte[] before, byte[] after) {
        Map<String, Part> old = parts(before);
        Map<String, Part> now = parts(after);
        List<Line> lines = new ArrayList<>();
        now.forEach((key, part) -> {
            Part was = old.get(key);
            if (was == null) {
                lines.add(line(What.ADDED, key, part, cells(Map.of(), part.says())));
            } else if (!was.written().equals(part.written()) || !was.says().equals(part.says())) {
                List<Cell> cells = new ArrayList<>(cells(was.says(), part.says()));
                cells.addAll(written(was, part));
                lines.add(line(What.CHANGED, key, part, List.copyOf(cells)));
            }
        });
        old.forEach((key, part) -> {
            if (!now.containsKey(key)) {
                lines.add(line(What.REMOVED, key, part, cells(part.says(), Map.of())));
            }
        });
        List<String> kept = old.keySet().stream().filter(now::containsKey).toList();
        if (!kept.equals(now.keySet().stream().filter(old::containsKey).toList())) {
            lines.add(new Line(What.MOVED, "", "表单", "问题的次序", List.of()));
        }
        return new Difference(List.copyOf(lines));
    }

    private static Line line(What what, String key, Part part, List<Cell> cells) {
        return new Line(what, key, part.where(), part.called(), cells);
    }

    private static List<Cell> cells(Map<String, String> old, Map<String, String> now) {
        Map<String, String> labels = new LinkedHashMap<>(now);
        old.forEach(labels::putIfAbsent);
        return labels.keySet().stream()
                .filter(label -> !Objects.equals(old.get(label), now.get(label)))
                .map(label -> new Cell(label, old.get(label), now.get(label)))
                .toList();
    }

    /** What differs and has no words: each of it as it is written. */
    private static List<Cell> written(Part old, Part now) {
        return cells(wordless(old.written()), wordless(now.written()));
    }

    private static Map<String, String> wordless(JsonNode written) {
        Map<String, String> wordless = new LinkedHashMap<>();
        put(wordless, "选项的代码", String.join("、", written.path("values").findValuesAsText("value")));
        put(wordless, "预先填的", written.path("defaultValue").asText());
        written.fields().forEachRemaining(field -> {
            if (!IN_WORDS.contains(field.getKey())) {
                wordless.put("其他设置（" + field.getKey() + "）", text(field.getValue()));
            }
        });
        return wordless;
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static Map<String, Part> parts(byte[] form) {
        try {
            JsonNode root = JSON.readTree(form);
            Map<String, Part> parts = new LinkedHashMap<>();
            FormReading reading = FormReading.of(root);
            parts(root, reading, parts);
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void parts(JsonNode parent, FormReading reading, Map<String, Part> parts) {
        for (JsonNode component : parent.path("components")) {
            Optional<Question> question = reading.questionOf(component);
            String called = question.map(Question::label)
                    .orElse(component
                            .path("label")
                            .asText(component.path("text").asText()));
            Map<String, String> says = new LinkedHashMap<>();
            question.ifPresentOrElse(
                    asked -> says(asked, says),
                    () -> put(
                            says,
                            "内容",
                            component
                                    .path("text")
                                    .asText(component.path("label").asText())));
            String key = question.isPresent()
                    ? component.path("key").asText()
                    : component.path("id").asText("part " + parts.size());
            parts.put(key, new Part(question.isPresent() ? "问题" : "文字", called, says, alone(component)));
            parts(component, reading, parts);
        }
    }

    private static void says(Question asked, Map<String, String> says) {
        put(says, "问题", asked.label());
        put(says, "怎么答", asked.how());
        put(says, "必填", asked.required() ? "是" : "否");
        put(says, "限制", asked.limits());
        put(says, "说明", asked.help());
        put(says, "选项", String.join("、", asked.choices()));
        put(says, "什么时候问", asked.shown());
    }

    private static void put(Map<String, String> says, String label, String words) {
        if (!words.isEmpty()) {
            says.put(label, words);
        }
    }

    /** Without what lies inside it, and without what only an editor reads. */
    private static JsonNode alone(JsonNode component) {
        ObjectNode alone = component.deepCopy();
        alone.remove(List.of("components", "layout", "id"));
        return alone;
    }
}
