package org.shouwen.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.mockito.stubbing.Answer;
import org.shouwen.testing.Beans;
import org.shouwen.workflow.FormFacts;
import org.springframework.core.ResolvableType;

/**
 * Whatever people wrote, residents and staff, in tables, names and remarks: a form shows it as they wrote it. Every listener that
 * puts facts on a task runs here among collaborators that answer each question for a text with the same hostile words.
 */
class WordsInFormsTest {

    private static final String HOSTILE =
            "<script>alert(1)</script> {{1+1}} **fett** _kursiv_ [hier](http://boese.example)"
                    + " ![x](http://boese.example/x.png) `code` www.boese.example wer@boese.example &lt; ~~weg~~ | a\n# Titel\n- Punkt";

    /** What none of it may come to. */
    private static final List<String> ACTIVE = List.of(
            "<script",
            "{{",
            "**fett",
            "_kursiv_",
            "](http",
            "`code`",
            "http://",
            "www.b",
            "wer@",
            " &lt; ",
            "~~weg",
            "\n# T",
            "\n- P");

    /** What we make ourselves, and nobody writes. */
    private static final Set<String> OURS = Set.of("number", "ticket", "getProcessBusinessKey");

    private static final int VARIANTS = 16;
    private static final int DEEPEST = 6;

    /** What each fact showed, over all variants. */
    private static final Map<String, Set<Object>> SHOWN = new TreeMap<>();

    /** Yes or no, there or not, which constant: each variant is another case. */
    private record Variant(int number, Map<Class<?>, Object> made) {

        Variant(int number) {
            this(number, new HashMap<>());
        }

        boolean yes() {
            return number % 2 == 0;
        }

        boolean isThere() {
            return number / 2 % 2 == 0;
        }

        Object constant(Object[] constants) {
            return constants[Math.min(number / 4, constants.length - 1)];
        }

        Object answer(ResolvableType type, String name, int depth) {
            Class<?> raw = type.toClass();
            ResolvableType element = type.getGeneric(0);
            if (raw == String.class) {
                return OURS.contains(name) ? "BX-26-000001" : name.equals("event") ? "returned" : HOSTILE;
            } else if (raw == boolean.class || raw == Boolean.class) {
                return yes();
            } else if (raw == int.class || raw == Integer.class) {
                return 1;
            } else if (raw == long.class || raw == Long.class) {
                return 1L;
            } else if (raw.isEnum()) {
                return constant(raw.getEnumConstants());
            } else if (raw == Optional.class) {
                return isThere() ? Optional.ofNullable(answer(element, name, depth)) : Optional.empty();
            } else if (Collection.class.isAssignableFrom(raw)) {
                Object one = answer(element, name, depth);
                return raw == Set.class ? Set.of(one) : List.of(one);
            } else if (raw == Stream.class) {
                return Stream.of(answer(element, name, depth));
            } else if (Map.class.isAssignableFrom(raw)) {
                return Map.of();
            } else if (raw == Instant.class) {
                return Instant.parse("2026-11-23T02:00:00Z");
            } else if (raw == LocalDate.class) {
                return LocalDate.parse("2026-11-23");
            } else if (raw == Duration.class) {
                return Duration.ofHours(1);
            } else if (raw == BigDecimal.class) {
                return BigDecimal.ONE;
            } else if (raw == void.class || raw == Object.class) {
                return null;
            }
            Object known = made.get(raw);
            if (known == null) {
                known = raw.isRecord() && depth < DEEPEST
                        ? filled(raw, depth)
                        : Mockito.mock(raw, answering(raw, depth));
                made.put(raw, known);
            }
            return known;
        }

        private Object filled(Class<?> type, int depth) {
            RecordComponent[] parts = type.getRecordComponents();
            try {
                Constructor<?> made = type.getDeclaredConstructor(
                        Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
                made.setAccessible(true);
                return made.newInstance(IntStream.range(0, parts.length)
                        .mapToObj(i ->
                                answer(ResolvableType.forConstructorParameter(made, i), parts[i].getName(), depth + 1))
                        .toArray());
            } catch (ReflectiveOperationException e) {
                return Mockito.mock(type, answering(type, depth + 1));
            }
        }

        private Answer<Object> answering(Class<?> type, int depth) {
            return asked -> asked.getMethod().getDeclaringClass() == Object.class
                    ? Mockito.RETURNS_DEFAULTS.answer(asked)
                    : answer(
                            ResolvableType.forMethodReturnType(asked.getMethod(), type),
                            asked.getMethod().getName(),
                            depth + 1);
        }

        /** @return what a task and its form show; nothing where such a case cannot be */
        Map<String, Object> shownBy(Class<? extends FormFacts> type) {
            Map<String, Object> shown = new HashMap<>();
            DelegateTask task = Mockito.mock(
                    DelegateTask.class, asked -> switch (asked.getMethod().getName()) {
                        case "setVariableLocal" -> shown.put(asked.getArgument(0), asked.getArgument(1));
                        case "getVariableLocal" -> isThere() ? HOSTILE : null;
                        case "getVariable" -> asked.getArgument(0).equals("round") ? (Object) 1 : 1L;
                        case "getTaskDefinitionKey" -> "userTask_dispatch";
                        default -> answering(DelegateTask.class, 0).answer(asked);
                    });
            try {
                Constructor<?> constructor = type.getDeclaredConstructors()[0];
                constructor.setAccessible(true);
                Object[] collaborators = IntStream.range(0, constructor.getParameterCount())
                        .mapToObj(i -> answer(ResolvableType.forConstructorParameter(constructor, i), "", 0))
                        .toArray();
                FormFacts facts = (FormFacts) constructor.newInstance(collaborators);
                facts.notify(task);
                VariableMap opened = Variables.createVariables();
                facts.show(task, opened);
                opened.keySet().forEach(name -> {
                    TypedValue typed = opened.getValueTyped(name);
                    shown.put(name, typed instanceof JsonValue ? typed : typed.getValue());
                });
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            } catch (RuntimeException e) {
                shown.clear();
            }
            return shown;
        }
    }

    @BeforeAll
    static void everyListenerShowsWhatItFinds() {
        Beans.of(FormFacts.class).values().stream().forEach(listener -> IntStream.range(0, VARIANTS)
                .mapToObj(number -> new Variant(number).shownBy(listener))
                .forEach(shown ->
                        shown.forEach((name, value) -> SHOWN.computeIfAbsent(name, n -> new java.util.HashSet<>())
                                .add(value))));
    }

    @Test
    void aTextShowsWordsAsTheyWereWritten() throws IOException {
        Set<String> texts = usedAs("\"text\": \"[^\"]*\\{\\{(show_\\w+)}}");
        Set<String> withWords = new TreeSet<>();
        for (String name : texts) {
            for (Object value : SHOWN.getOrDefault(name, Set.of())) {
                assertThat(value.toString()).as(name).doesNotContain(ACTIVE);
                if (unescaped(value.toString()).contains(HOSTILE.replace("\n", " "))) {
                    withWords.add(name);
                }
            }
        }
        assertThat(withWords)
                .contains(
                        "show_facts",
                        "show_complaint",
                        "show_measure",
                        "show_renovation",
                        "show_review",
                        "show_site",
                        "show_violation");
    }

    @Test
    void aListOffersNamesAsTheyAreWritten() throws IOException {
        for (String name : usedAs("\"valuesKey\": \"(show_\\w+)\"")) {
            assertThat(SHOWN.get(name)).as(name).isNotNull().allSatisfy(value -> {
                JsonNode options = new ObjectMapper().readTree(((JsonValue) value).getValueSerialized());
                assertThat(options)
                        .anySatisfy(option ->
                                assertThat(option.path("label").asText()).contains(HOSTILE));
            });
        }
    }

    /** @return the facts that the forms use so */
    private static Set<String> usedAs(String pattern) throws IOException {
        Pattern use = Pattern.compile(pattern);
        try (Stream<Path> forms = Files.list(Path.of("forms"))) {
            return forms.map(WordsInFormsTest::text)
                    .flatMap(text -> use.matcher(text).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(Path form) {
        try {
            return Files.readString(form);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String unescaped(String markdown) {
        return markdown.replace("&lt;", "<").replace("&amp;", "&").replaceAll("\\\\(\\p{Punct})", "$1");
    }
}
