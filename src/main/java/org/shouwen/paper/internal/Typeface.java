package org.shouwen.paper.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The font of one document: which characters it has, how wide they are, and what was written that it lacks. */
final class Typeface {

    /** What typesetters put where a character is missing. */
    static final String MISSING = "〓";

    private static final String FILE = "/fonts/NotoSansSC-Regular.ttf";
    private static final int PER_EM = 1000;

    private final PDType0Font font;
    private final CmapLookup characters;
    private final Map<Integer, Float> widths = new HashMap<>();
    private final Set<Integer> lacking = new TreeSet<>();

    private Typeface(PDType0Font font, CmapLookup characters) {
        this.font = font;
        this.characters = characters;
    }

    /** Embeds the characters that will be used. */
    static Typeface of(PDDocument document) throws IOException {
        TrueTypeFont file = new TTFParser().parse(new RandomAccessReadBuffer(bytes()));
        return new Typeface(PDType0Font.load(document, file, true), file.getUnicodeCmapLookup());
    }

    private static byte[] bytes() {
        try (InputStream file = Typeface.class.getResourceAsStream(FILE)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PDType0Font font() {
        return font;
    }

    /** @return the text as it can be printed: marks that have no shape are gone, what the font lacks is {@link #MISSING} */
    String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        // Accents that stand apart have no shape of their own; the whole letter mostly has
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(character -> {
            if (isBlank(character)) {
                printable.append(' ');
            } else if (characters.getGlyphId(character) != 0 && !isShapeless(character)) {
                printable.appendCodePoint(character);
            } else if (!isShapeless(character)) {
                lacking.add(character);
                printable.append(MISSING);
            }
        });
        return printable.toString();
    }

    private static boolean isBlank(int character) {
        return character == '\t' || Character.getType(character) == Character.SPACE_SEPARATOR && character != 0x3000;
    }

    /** Control characters, joiners, marks of direction and variation: they only change what stands beside them. */
    private static boolean isShapeless(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || character >= 0xFE00 && character <= 0xFE0F
                || character >= 0xE0100 && character <= 0xE01EF;
    }

    /** @return characters that were asked for and are not in the font, in order */
    Set<Integer> lacking() {
        return lacking;
    }

    /** @return width of printable text in points */
    float width(String text, float size) {
        return (float) text.codePoints().mapToDouble(this::width).sum() * size / PER_EM;
    }

    private double width(int character) {
        return widths.computeIfAbsent(character, missing -> {
            try {
                return font.getStringWidth(Character.toString(missing));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
