package org.shouwen.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The list of licences is the one the build has just made; whether they are allowed, the build says itself. */
class LicencesIT {

    @Test
    void theListIsWhatTheBuildFinds() {
        assertThat(Path.of("docs/licences.md"))
                .as("a dependency has changed: look at its licence, then cp target/licences.md docs/licences.md")
                .hasSameTextualContentAs(Path.of("target/licences.md"));
    }
}
