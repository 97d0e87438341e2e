package org.shouwen.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/rules.md} is the legend of every rule and every table that is used. */
class RulesTest {

    private static final Pattern RULE = Pattern.compile("\\bD\\d{1,2}b?\\b");
    private static final Pattern DECISION = Pattern.compile("<decision id=\"(\\w+)\"");
    private static final Pattern TEXTS = Pattern.compile(".*\\.(java|sql|html|txt|md|bpmn|dmn|form)");

    private final List<List<String>> legend = Document.of("docs/rules.md").table("| Rule | Decides |");

    @Test
    void everyRuleThatIsNamedStandsInTheLegend() {
        List<String> rules = legend.stream()
                .flatMap(row -> RULE.matcher(row.get(0)).results().map(MatchResult::group))
                .toList();

        assertThat(Stream.of("src", "bpmn", "forms", "docs").flatMap(RulesTest::files))
                .allSatisfy(
                        file -> assertThat(RULE.matcher(read(file)).results().map(MatchResult::group))
                                .as("rules named in %s", file)
                                .isSubsetOf(rules));
    }

    @Test
    void everyTableStandsInTheLegendOnce() {
        List<String> tables = legend.stream()
                .flatMap(row -> Document.codes(row.get(2)).stream())
                .toList();

        assertThat(tables)
                .containsExactlyInAnyOrderElementsOf(files("bpmn")
                        .map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".dmn"))
                        .toList());
    }

    /** Where there is no table, the class says which rule it follows. */
    @Test
    void whoeverIsSaidToAskATableAsksIt() {
        assertThat(legend).allSatisfy(row -> {
            String asked = Document.codes(row.get(2)).stream()
                    .findFirst()
                    .map(table -> '"' + decision(Path.of("bpmn", table)) + '"')
                    .orElse(row.get(0));
            assertThat(Document.codes(row.get(3)))
                    .allSatisfy(type -> assertThat(files("src/main/java").filter(file -> file.endsWith(type + ".java")))
                            .as("%s of %s", type, row.get(0))
                            .singleElement()
                            .satisfies(file -> assertThat(read(file)).contains(asked)));
        });
    }

    private static String decision(Path table) {
        return DECISION.matcher(read(table)).results().findFirst().orElseThrow().group(1);
    }

    private static Stream<Path> files(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files
                    .filter(file -> TEXTS.matcher(file.getFileName().toString()).matches())
                    .filter(file -> !file.toString().contains("node_modules"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        return Document.of(file).text();
    }
}
