package org.shouwen.paper;

import java.util.List;

/**
 * Something that is handed over on paper: a title, a number, and its parts from top to bottom.
 *
 * @param number under which it went out, printed below the title and at the foot of every page
 */
public record Paper(String title, String number, List<Part> parts) {

    /** A piece of a paper; line breaks in its text begin a new line. */
    public sealed interface Part {}

    /** A heading of a section; never alone at the foot of a page. */
    public record Heading(String text) implements Part {}

    /** Running text, the first line of each paragraph indented by two characters. */
    public record Text(String text) implements Part {}

    /** Text that begins at the margin: a salutation. */
    public record Line(String text) implements Part {}

    /** What somebody else said, word for word; smaller, and set apart. */
    public record Quotation(String text) implements Part {}

    /** Lines at the right that stay together: who signs, and the date. */
    public record Signature(List<String> lines) implements Part {}
}
