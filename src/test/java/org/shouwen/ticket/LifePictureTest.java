package org.shouwen.ticket;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.GeneratedPart;

/** {@code docs/life.md} is drawn from the table of {@link Verb} and the declared events. */
class LifePictureTest {

    private static final Path LIFE = Path.of("docs/life.md");

    /** Many statuses that a verb leads from alike are drawn as one. */
    private enum Group {
        OPEN("未结的任一状态", status -> !status.isFinal()),
        AT_WORK("在办的任一状态", Status::isAtWork);

        private final String label;
        private final List<Status> members;

        Group(String label, Predicate<Status> condition) {
            this.label = label;
            this.members = Arrays.stream(Status.values()).filter(condition).toList();
        }
    }

    @Test
    void thePictureIsDrawnFromTheTable() {
        GeneratedPart.isInStep(LIFE, "picture", picture());
    }

    @Test
    void theTableIsPrintedFromTheTable() {
        GeneratedPart.isInStep(LIFE, "table", table());
    }

    @Test
    void theEventsArePrintedFromTheirDeclarations() {
        GeneratedPart.isInStep(LIFE, "events", events());
    }

    private static String picture() {
        Map<String, String> edges = new LinkedHashMap<>();
        for (Verb verb : Verb.values()) {
            moves(verb).forEach((to, from) -> sources(from)
                    .forEach(source -> edges.merge(
                            source + " --> " + to,
                            verb.label(),
                            (before, also) -> before.contains(also) ? before : before + "、" + also)));
        }
        Stream<String> names = Stream.concat(
                Arrays.stream(Status.values()).map(status -> "state \"%s\" as %s".formatted(status.label(), status)),
                Arrays.stream(Group.values()).map(group -> "state \"%s\" as %s".formatted(group.label, group)));
        Stream<String> ends =
                Arrays.stream(Status.values()).filter(Status::isFinal).map(status -> status + " --> [*]");
        return Stream.of(
                        names,
                        Stream.of("[*] --> RECEIVED : 受理"),
                        edges.entrySet().stream().map(edge -> edge.getKey() + " : " + edge.getValue()),
                        ends)
                .flatMap(lines -> lines)
                .map(line -> "    " + line + "\n")
                .collect(Collectors.joining("", "```mermaid\nstateDiagram-v2\n    direction LR\n", "```\n"));
    }

    /** @return where it leads, and from which other statuses */
    private static Map<Status, List<Status>> moves(Verb verb) {
        return Arrays.stream(Status.values())
                .filter(from -> to(verb, from).filter(to -> to != from).isPresent())
                .collect(Collectors.groupingBy(from -> to(verb, from).get(), LinkedHashMap::new, Collectors.toList()));
    }

    private static Stream<String> sources(List<Status> from) {
        Optional<Group> group = Arrays.stream(Group.values())
                .filter(all -> from.size() >= all.members.size() - 1 && all.members.containsAll(from))
                .reduce((wide, narrow) -> narrow);
        return group.map(all -> Stream.of(all.name()))
                .orElseGet(() -> from.stream().map(Status::name));
    }

    private static String table() {
        String head = Arrays.stream(Status.values()).map(Status::label).collect(Collectors.joining(" | "));
        String line = "|---".repeat(Status.values().length + 3) + "|\n";
        return "| 动作 | 事件 | " + head + " | 停表 |\n" + line
                + Arrays.stream(Verb.values()).map(LifePictureTest::row).collect(Collectors.joining());
    }

    private static String row(Verb verb) {
        String cells = Arrays.stream(Status.values())
                .map(from -> to(verb, from)
                        .map(to -> to == from ? "●" : "→ " + to.label())
                        .orElse(""))
                .collect(Collectors.joining(" | "));
        String stops = Arrays.stream(ClockKind.values())
                .filter(clock -> Arrays.stream(Status.values()).anyMatch(from -> verb.way(from)
                        .filter(way -> way.stops().contains(clock))
                        .isPresent()))
                .map(ClockKind::label)
                .collect(Collectors.joining("、"));
        return "| %s | `%s` | %s | %s |\n".formatted(verb.label(), verb.event().code(), cells, stops);
    }

    private static String events() {
        return "| 事件 | 业主读到 | 是他自己做的 | 意义 | 随附事实 |\n|---|---|---|---|---|\n"
                + new TimelineEvents()
                        .all().stream()
                                .sorted(Comparator.comparing(TimelineEvent.Declaration::code))
                                .map(event -> "| `%s` | %s | %s | %s | %s |\n"
                                        .formatted(
                                                event.code(),
                                                said(event.words()),
                                                said(event.own()),
                                                meanings(event),
                                                event.facts().stream()
                                                        .map(fact -> "`" + fact + "`")
                                                        .collect(Collectors.joining(" "))))
                                .collect(Collectors.joining());
    }

    private static String said(String words) {
        return words == null ? "" : words;
    }

    private static String meanings(TimelineEvent.Declaration event) {
        return Arrays.stream(TimelineEvent.Meaning.values())
                .filter(event.meanings()::contains)
                .map(meaning -> switch (meaning) {
                    case NEXT_STEP -> "下一步须知";
                    case WORK -> "办理";
                    case END -> "结束";
                    case AS_WRITTEN -> "照原文";
                })
                .collect(Collectors.joining("、"));
    }

    private static Optional<Status> to(Verb verb, Status from) {
        return verb.way(from).map(way -> way.after(from));
    }
}
