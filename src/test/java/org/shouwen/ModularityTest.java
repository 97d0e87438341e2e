package org.shouwen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The modules keep to what they declare, and each says what it is for. */
class ModularityTest {

    private static final Path ROOT = Path.of("src", "main", "java", "org", "shouwen");

    /** What stands above all features; they may use everything. */
    private static final Set<String> ABOVE_ALL = Set.of("desk", "demo");

    private static final Pattern DOCUMENTED = Pattern.compile("(?s)\\A/\\*\\*(.*?)\\*/(.*)package [a-z.]+;\\s*\\z");

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(ShouwenApplication.class).verify();
    }

    @Test
    void everyModuleSaysWhatItIsFor() throws IOException {
        List<String> findings = new ArrayList<>();
        for (Path module : modules()) {
            Path file = module.resolve("package-info.java");
            String name = module.getFileName().toString();
            if (!Files.exists(file)) {
                findings.add(name + ": no package-info.java");
                continue;
            }
            Matcher text = DOCUMENTED.matcher(Files.readString(file));
            if (!text.matches() || !text.group(1).strip().endsWith(".")) {
                findings.add(name + ": package-info.java has no sentence that says what the module is for");
            } else if (!text.group(2).contains("ApplicationModule") && !ABOVE_ALL.contains(name)) {
                findings.add(name + ": package-info.java does not declare what the module may use");
            }
        }
        assertThat(findings).isEmpty();
    }

    private static List<Path> modules() throws IOException {
        try (Stream<Path> found = Files.list(ROOT)) {
            return found.filter(Files::isDirectory).sorted().toList();
        }
    }
}
