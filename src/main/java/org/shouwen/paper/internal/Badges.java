package org.shouwen.paper.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.shouwen.paper.Paper;
import org.shouwen.paper.internal.Pen.Style;

/** Cards to be cut out, two a row. */
record Badges(Typeface face, Sheets sheets) {

    private static final float WIDTH = 70 * Sheets.MM;
    private static final float HEIGHT = 100 * Sheets.MM;
    private static final float GAP = 8 * Sheets.MM;
    private static final float PAD = 4 * Sheets.MM;
    private static final float MARK = 13 * Sheets.MM;
    private static final float CODE = 30 * Sheets.MM;
    private static final int A_ROW = 2;

    private static final Style TITLE = new Style(14, 18, true);
    private static final Style MEANING = new Style(8.5f, 11, false);
    private static final Style LETTER = new Style(26, 37, true);
    private static final Style NOTE = new Style(7.5f, 10.5f, false);

    /** Facts shrink until they fit between head and code. */
    private static final float[] SIZES = {10.5f, 9.5f, 8.5f, 7.5f, 6.5f};

    private static final float LEADING = 1.4f;

    void print(List<Paper.Card> cards) throws IOException {
        sheets.space(GAP);
        for (int i = 0; i < cards.size(); i += A_ROW) {
            sheets.keep(HEIGHT);
            float start = Sheets.LEFT + (Sheets.room() - A_ROW * WIDTH - GAP) / 2;
            for (int column = 0; column < A_ROW && i + column < cards.size(); column++) {
                card(cards.get(i + column), start + column * (WIDTH + GAP), sheets.y());
            }
            sheets.down(HEIGHT);
            sheets.space(GAP);
        }
    }

    private void card(Paper.Card card, float x, float top) throws IOException {
        Pen pen = sheets.pen();
        pen.cut(x, top, WIDTH, HEIGHT);
        float inner = top - PAD;
        head(card, x + PAD, inner);
        float codeTop = top - HEIGHT + PAD + CODE;
        facts(card.fields(), x + PAD, inner - MARK - PAD, inner - MARK - PAD - codeTop - PAD / 2);
        pen.picture(sheets.image(card.code().png()), x + PAD, codeTop, CODE);
        float noteRoom = WIDTH - 2 * PAD - CODE - PAD / 2;
        List<String> note = broken(card.note(), NOTE.size(), noteRoom);
        float y = codeTop;
        for (String line : cut(note, (int) (CODE / NOTE.leading()))) {
            pen.text(line, x + PAD + CODE + PAD / 2, y - NOTE.baseline(), NOTE);
            y -= NOTE.leading();
        }
    }

    /** The mark white on black, so that twins are told apart from afar. */
    private void head(Paper.Card card, float x, float top) throws IOException {
        Pen pen = sheets.pen();
        pen.fill(x, top, MARK, MARK, 0.1f);
        String mark = face.printable(card.mark());
        pen.text(mark, x + (MARK - face.width(mark, LETTER.size())) / 2, top - LETTER.baseline(), LETTER, 1);
        float right = x + MARK + PAD / 2;
        pen.text(face.printable(card.title()), right, top - TITLE.baseline(), TITLE);
        List<String> meaning = broken(card.meaning(), MEANING.size(), WIDTH - 2 * PAD - MARK - PAD / 2);
        float y = top - TITLE.leading();
        for (String line : cut(meaning, 2)) {
            pen.text(line, right, y - MEANING.baseline(), MEANING);
            y -= MEANING.leading();
        }
    }

    private void facts(List<Paper.Field> fields, float x, float top, float height) throws IOException {
        float size = SIZES[SIZES.length - 1];
        for (int i = SIZES.length - 1; i >= 0; i--) {
            if (lines(fields, SIZES[i]).size() * SIZES[i] * LEADING <= height) {
                size = SIZES[i];
            }
        }
        Style style = new Style(size, size * LEADING, false);
        float y = top;
        for (String line : cut(lines(fields, size), (int) (height / style.leading()))) {
            sheets.pen().text(line, x, y - style.baseline(), style);
            y -= style.leading();
        }
    }

    /** What there is no room for is seen to be missing. */
    private static List<String> cut(List<String> lines, int most) {
        if (lines.size() <= most) {
            return lines;
        }
        List<String> kept = new ArrayList<>(lines.subList(0, most));
        kept.set(most - 1, kept.get(most - 1) + "…");
        return kept;
    }

    private List<String> lines(List<Paper.Field> fields, float size) {
        return fields.stream()
                .flatMap(field -> broken(field.label() + "：" + field.value(), size, WIDTH - 2 * PAD).stream())
                .toList();
    }

    private List<String> broken(String text, float size, float room) {
        return new LineBreaks(piece -> face.width(piece, size)).lines(face.printable(text), 0, room);
    }
}
