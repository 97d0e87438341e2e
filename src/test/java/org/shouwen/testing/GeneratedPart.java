package org.shouwen.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a document that is written by the code it tells of. It stands between two comments, {@code <!-- name: … -->} and
 * {@code <!-- /name -->}; a test fails where it differs, and writes it anew where it is run with {@code -Ddocs.write=true}.
 */
public final class GeneratedPart {

    private GeneratedPart() {}

    /** @param text without the comments around it */
    public static void isInStep(Path document, String name, String text) {
        String written = read(document);
        int begin = written.indexOf("-->\n", written.indexOf("<!-- " + name + ":")) + 4;
        int end = written.indexOf("<!-- /" + name + " -->");
        assertThat(begin > 4 && end >= begin)
                .as("%s has a part “%s”", document, name)
                .isTrue();
        if (Boolean.getBoolean("docs.write")) {
            write(document, written.substring(0, begin) + text + written.substring(end));
        } else {
            assertThat(written.substring(begin, end))
                    .as(
                            "“%s” in %s is as the code says; run the test with -Ddocs.write=true to write it anew",
                            name, document)
                    .isEqualTo(text);
        }
    }

    private static String read(Path document) {
        try {
            return Files.readString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path document, String text) {
        try {
            Files.writeString(document, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
