package org.shouwen.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;

/** The READMEs' table of settings is what the code reads, with the defaults it has. */
class SettingsTest {

    /** As a placeholder with or without a default, or as a name alone. */
    private static final Pattern READ = Pattern.compile(
            "\\$\\{(?<placed>shouwen\\.[a-z.-]+)(?::(?<value>[^}]*))?}|\"(?<named>shouwen\\.[a-z.-]+)\"");

    @ParameterizedTest
    @CsvSource({"README.md, | Setting |", "README.zh-CN.md, | 配置项 |"})
    void theTableOfSettingsIsWhatTheCodeReads(String file, String heading) {
        Map<String, String> table = Document.of(file).table(heading).stream()
                .filter(row -> row.get(0).startsWith("`shouwen."))
                .collect(Collectors.toMap(row -> code(row.get(0)), row -> code(row.get(1))));

        Map<String, String> read = read();
        assertThat(table).containsOnlyKeys(read.keySet());
        read.forEach((name, value) -> {
            if (!value.isEmpty()) {
                assertThat(table.get(name)).as("default of %s", name).isEqualTo(value);
            }
        });
    }

    /** @return what the code reads, with its default; "" where it has none */
    private static Map<String, String> read() {
        Map<String, String> settings = new TreeMap<>();
        sources().forEach(source -> {
            Matcher read = READ.matcher(source.text());
            while (read.find()) {
                settings.merge(
                        Objects.requireNonNullElse(read.group("placed"), read.group("named")),
                        Objects.requireNonNullElse(read.group("value"), ""),
                        (one, other) -> one.isEmpty() ? other : one);
            }
        });
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource("src/main/resources/application.yaml"));
        Properties shipped = yaml.getObject();
        shipped.stringPropertyNames().stream()
                .filter(name -> name.startsWith("shouwen."))
                .forEach(name -> settings.put(name, shipped.getProperty(name)));
        return settings;
    }

    private static Stream<Document> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).map(Document::of).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String code(String cell) {
        List<String> codes = Document.codes(cell);
        return codes.isEmpty() ? cell : codes.get(0);
    }
}
