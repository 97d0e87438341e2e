package org.shouwen.paper.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.shouwen.paper.internal.Pen.Style;

/** The pages of one document, written from top to bottom; lengths in points. */
final class Sheets {

    static final float MM = 72 / 25.4f;
    static final float LEFT = 28 * MM;

    private static final float RIGHT = PDRectangle.A4.getWidth() - 26 * MM;
    private static final float TOP = PDRectangle.A4.getHeight() - 30 * MM;
    private static final float BOTTOM = 28 * MM;
    private static final float FOOT = 16 * MM;
    private static final float FOOT_SIZE = 9;

    private final PDDocument document;
    private final Typeface face;
    private final List<PDPage> pages = new ArrayList<>();
    private PDPageContentStream page;
    private float y;

    Sheets(PDDocument document, Typeface face) throws IOException {
        this.document = document;
        this.face = face;
        turn();
    }

    /** @return width of a line */
    static float room() {
        return RIGHT - LEFT;
    }

    /** @return height of a page */
    static float depth() {
        return TOP - BOTTOM;
    }

    /** Begins the next page. */
    void turn() throws IOException {
        if (page != null) {
            page.close();
        }
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        pages.add(next);
        page = new PDPageContentStream(document, next);
        y = TOP;
    }

    /** @return whether so much room is left on this page; always on an empty one */
    boolean fits(float height) {
        return y - height >= BOTTOM || y >= TOP;
    }

    /** Begins the next page, unless there is so much room left on this one. */
    void keep(float height) throws IOException {
        if (!fits(height)) {
            turn();
        }
    }

    void space(float height) {
        if (y < TOP) {
            y -= height;
        }
    }

    Pen pen() {
        return new Pen(page, face);
    }

    /** @return how high on the page the next line begins */
    float y() {
        return y;
    }

    /** @return height that is left of this page */
    float left() {
        return y - BOTTOM;
    }

    /** What was drawn with the pen took so much room. */
    void down(float height) {
        y -= height;
    }

    PDImageXObject image(byte[] png) throws IOException {
        return PDImageXObject.createFromByteArray(document, png, "picture");
    }

    /** @param indent from the left margin */
    void left(String line, float indent, Style style) throws IOException {
        write(line, LEFT + indent, style);
    }

    void centre(String line, Style style) throws IOException {
        write(line, LEFT + (room() - face.width(line, style.size())) / 2, style);
    }

    void right(String line, float indent, Style style) throws IOException {
        write(line, RIGHT - indent - face.width(line, style.size()), style);
    }

    /** Puts a picture into the upper right corner of this page, half above the text. */
    void corner(PDImageXObject picture, float side) throws IOException {
        pen().picture(picture, RIGHT - side, TOP + side / 2 - 2 * MM, side);
    }

    /** A thin rule at the left of the line that comes next: whose words these are. */
    void bar(Style style) throws IOException {
        keep(style.leading());
        pen().bar(LEFT + 4, y, style.leading(), 1.2f, 0.6f);
    }

    private void write(String line, float x, Style style) throws IOException {
        keep(style.leading());
        pen().text(line, x, y - style.baseline(), style);
        y -= style.leading();
    }

    /** Numbers the pages, now that there are no more. */
    void end(String number) throws IOException {
        page.close();
        Style foot = new Style(FOOT_SIZE, FOOT_SIZE, false);
        for (int i = 0; i < pages.size(); i++) {
            String line = "%s　　第 %d 页，共 %d 页".formatted(number, i + 1, pages.size());
            try (PDPageContentStream on = new PDPageContentStream(
                    document, pages.get(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
                new Pen(on, face).text(line, LEFT + (room() - face.width(line, FOOT_SIZE)) / 2, FOOT, foot);
            }
        }
    }
}
