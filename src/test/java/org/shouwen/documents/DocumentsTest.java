package org.shouwen.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents point at what there is, and their pictures show it as it is. */
class DocumentsTest {

    @Test
    void everyLinkIntoTheProjectLeadsSomewhere() {
        assertThat(Document.all()).allSatisfy(document -> assertThat(document.links())
                .as("links of %s", document.file())
                .allSatisfy(link -> assertThat(link).exists()));
    }

    @Test
    void everyPictureShowsWhatThereIs() {
        List<String> changes = Document.pictures().stream()
                .flatMap(picture -> picture.changes().stream())
                .toList();

        assertThat(changes)
                .as("take the pictures anew with %s and look at them", Picture.COMMAND)
                .isEmpty();
    }

    @Test
    void noPictureLiesThereUnused() throws IOException {
        List<String> shown = Document.pictures().stream().map(Picture::name).toList();
        try (Stream<Path> files = Files.list(Picture.FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\.(png|sha256)$", "")))
                    .isSubsetOf(shown);
        }
    }
}
