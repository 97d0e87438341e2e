package org.shouwen.paper.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Breaks a paragraph into lines as Chinese is set: between any two characters, but no line begins with a closing mark or
 * ends with an opening one (避头尾), and words and numbers in Latin script stay whole.
 *
 * @param width width of a piece of text
 */
record LineBreaks(ToDoubleFunction<String> width) {

    private static final String NEVER_FIRST = "，。、；：！？…—～·）》〉」』】〕］｝”’,.;:!?)]}%％℃";
    private static final String NEVER_LAST = "（《〈「『【〔［｛“‘([{";

    /**
     * @param indent room that the first line leaves at its beginning
     * @return lines without blanks at their ends; one empty line for a blank paragraph
     */
    List<String> lines(String paragraph, double indent, double room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        double left = room - indent;
        for (String piece : pieces(paragraph)) {
            double wide = width.applyAsDouble(piece);
            if (wide > left && !piece.isBlank()) {
                if (!line.isEmpty()) {
                    lines.add(line.toString().stripTrailing());
                    line.setLength(0);
                    left = room;
                }
                for (String part : wide > left ? cut(piece, left, room) : List.of(piece)) {
                    if (!line.isEmpty()) {
                        lines.add(line.toString());
                        line.setLength(0);
                    }
                    line.append(part);
                    left = room - width.applyAsDouble(part);
                }
            } else if (!piece.isBlank() || !line.isEmpty()) {
                line.append(piece);
                left -= wide;
            }
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** @return the smallest parts that stay together: a Chinese character or a Latin word, with the marks around it */
    private static List<String> pieces(String paragraph) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int before = -1;
        for (int character : paragraph.codePoints().toArray()) {
            if (before >= 0 && mayBreak(before, character)) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(character);
            before = character;
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static boolean mayBreak(int before, int after) {
        if (before == ' ' || after == ' ') {
            return true;
        }
        if (NEVER_FIRST.indexOf(after) >= 0 || NEVER_LAST.indexOf(before) >= 0) {
            return false;
        }
        return !isWord(before) || !isWord(after);
    }

    private static boolean isWord(int character) {
        return character > ' ' && character < 0x2E80;
    }

    /** A piece that no line can take, a long number or a row of exclamation marks: cut where the line is full. */
    private List<String> cut(String piece, double first, double room) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        double left = first;
        for (int character : piece.codePoints().toArray()) {
            double wide = width.applyAsDouble(Character.toString(character));
            if (wide > left && !part.isEmpty()) {
                parts.add(part.toString());
                part.setLength(0);
                left = room;
            }
            part.appendCodePoint(character);
            left -= wide;
        }
        parts.add(part.toString());
        return parts;
    }
}
