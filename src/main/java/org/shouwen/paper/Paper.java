package org.shouwen.paper;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

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

    /** Facts in a ruled grid: short ones two a row, long ones over the whole width, in their order. */
    public record Fields(List<Field> fields) implements Part {}

    /** A fact: what it is, and its value, which may be blank to be filled in by hand. */
    public record Field(String label, String value) {}

    /**
     * A ruled table; its head is repeated on each page. A row stays together unless it is higher than a page.
     *
     * @param head one text a column
     * @param shares how wide each column is, relative to the others
     * @param rows cells in the order of the head; a blank one may be filled in by hand
     */
    public record Table(List<String> head, List<Integer> shares, List<List<String>> rows) implements Part {}

    /**
     * A square picture at the left, a QR code for example, with words at its right; they stay together.
     *
     * @param png the picture
     * @param side in millimetres
     */
    public record Picture(byte[] png, int side, String words) implements Part {

        @Override
        public boolean equals(Object other) {
            return other instanceof Picture picture
                    && Arrays.equals(png, picture.png)
                    && side == picture.side
                    && words.equals(picture.words);
        }

        @Override
        public int hashCode() {
            return Objects.hash(Arrays.hashCode(png), side, words);
        }

        @Override
        public String toString() {
            return "Picture[" + side + " mm, " + words + "]";
        }
    }

    /** A square picture in the upper right corner of the first page, a QR code for example; takes no room from the text. */
    public record Corner(Picture picture) implements Part {}

    /** Room to sign by hand, side by side: who signs, and a line for the date. */
    public record Signers(List<String> roles) implements Part {}

    /** Cards to be cut out, two a row, each as large as a common badge holder (70 × 100 mm). */
    public record Cards(List<Card> cards) implements Part {}

    /**
     * A card.
     *
     * @param mark what tells it from its twin, large: A
     * @param meaning what the mark means: 随身携带
     * @param code its QR code
     * @param note small, at the foot
     */
    public record Card(String title, String mark, String meaning, List<Field> fields, Picture code, String note) {}
}
