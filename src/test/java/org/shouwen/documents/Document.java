package org.shouwen.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the project's own documents. */
record Document(Path file, String text) {

    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

    static Document of(String file) {
        return of(Path.of(file));
    }

    static Document of(Path file) {
        try {
            return new Document(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the pages at the top and all below {@code docs} */
    static List<Document> all() {
        try (Stream<Path> top = Files.list(Path.of(""));
                Stream<Path> below = Files.walk(Path.of("docs"))) {
            return Stream.concat(top, below)
                    .filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().contains("node_modules"))
                    .map(Document::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return where its links into the project lead, pictures among them, from the project's top */
    List<Path> links() {
        return LINK.matcher(text)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.contains("://"))
                .map(link -> file.resolveSibling(link).normalize())
                .toList();
    }

    List<String> codes() {
        return codes(text);
    }

    /** @return what is set as code in this text */
    static List<String> codes(String text) {
        return CODE.matcher(text).results().map(code -> code.group(1)).toList();
    }

    static List<Picture> pictures() {
        return all().stream()
                .flatMap(document -> document.links().stream())
                .filter(link -> link.startsWith(Picture.FOLDER))
                .map(link -> new Picture(link.getFileName().toString().replaceFirst("\\.png$", "")))
                .distinct()
                .toList();
    }

    /**
     * The rows of the table below this line of headings, without its rule.
     *
     * @throws IllegalArgumentException if there is no such table
     */
    List<List<String>> table(String heading) {
        Matcher table = Pattern.compile("(?m)^" + Pattern.quote(heading) + ".*\\n\\|[-|]+\\n((?:\\|.*\\n?)+)")
                .matcher(text);
        if (!table.find()) {
            throw new IllegalArgumentException(file + " has no table " + heading);
        }
        return table.group(1)
                .lines()
                .map(row -> List.of(row.substring(1).split("\\|")).stream()
                        .map(String::strip)
                        .toList())
                .toList();
    }
}
