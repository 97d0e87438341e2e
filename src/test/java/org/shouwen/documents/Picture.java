package org.shouwen.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A picture in the documents. Beside it, in {@code <name>.sha256}, lie the hashes of what it shows, as {@code sha256sum}
 * writes and checks them: a diagram's model; a page's templates, styles, scripts, and the seed of the demo.
 */
public record Picture(String name) {

    static final Path FOLDER = Path.of("docs", "images");
    static final String COMMAND = "docs/pictures/take";

    Path file() {
        return FOLDER.resolve(name + ".png");
    }

    private Path record() {
        return FOLDER.resolve(name + ".sha256");
    }

    /** @return the diagram it shows, if it shows one and no page */
    Path diagram() {
        return Path.of("bpmn", name + ".bpmn");
    }

    boolean isOfDiagram() {
        return Files.exists(diagram());
    }

    /** @return what has changed since it was taken, one sentence each; nothing if it shows what there is */
    List<String> changes() {
        if (!Files.exists(file())) {
            return List.of(file() + " is not there");
        }
        if (!Files.exists(record())) {
            return List.of(record() + " is not there");
        }
        List<String> changes = new ArrayList<>();
        for (String line : Document.of(record()).text().lines().toList()) {
            String[] parts = line.split(" {2}", 2);
            Path shown = Path.of(parts[1]);
            if (!Files.exists(shown)) {
                changes.add(file() + " shows " + shown + ", which is gone");
            } else if (!hash(shown).equals(parts[0])) {
                changes.add(shown + " has changed since " + file() + " was taken");
            }
        }
        if (isOfDiagram() && !Document.of(record()).text().contains("  " + diagram())) {
            changes.add(record() + " does not know " + diagram());
        }
        return changes;
    }

    /** @return whether the command has to take it: it is out of date, or all are to be taken */
    public boolean isDue() {
        return Boolean.getBoolean("pictures.all") || !changes().isEmpty();
    }

    /** Keeps it with the hashes of what it shows. */
    public void keep(byte[] png, Collection<Path> shown) {
        try {
            Files.write(file(), png);
            Files.writeString(
                    record(),
                    shown.stream()
                            .sorted()
                            .map(path -> hash(path) + "  " + path + "\n")
                            .collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return what the demo tells: whoever changes it changes what pages show */
    public static List<Path> seed() {
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/org/shouwen/demo"))) {
            return sources.filter(source -> !source.endsWith("package-info.java"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
