package org.shouwen.paper.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** The pages of one document, written from top to bottom; lengths in points. */
final class Sheets {

    private static final float MM = 72 / 25.4f;
    private static final float LEFT = 28 * MM;
    private static final float RIGHT = PDRectangle.A4.getWidth() - 26 * MM;
    private static final float TOP = PDRectangle.A4.getHeight() - 30 * MM;
    private static final float BOTTOM = 28 * MM;
    private static final float FOOT = 16 * MM;
    private static final float FOOT_SIZE = 9;

    /** Strokes around the shapes of the one font make it bold. */
    private static final float BOLD = 0.035f;

    /** How text looks. */
    record Style(float size, float leading, boolean bold) {}

    private final PDDocument document;
    private final Typeface face;
    private final List<PDPage> pages = new ArrayList<>();
    private PDPageContentStream page;
    private float y;

    Sheets(PDDocument document, Typeface face) throws IOException {
        this.document = document;
        this.face = face;
        begin();
    }

    static float room() {
        return RIGHT - LEFT;
    }

    private void begin() throws IOException {
        if (page != null) {
            page.close();
        }
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        pages.add(next);
        page = new PDPageContentStream(document, next);
        y = TOP;
    }

    /** Begins the next page, unless there is so much room left on this one. */
    void keep(float height) throws IOException {
        if (y - height < BOTTOM && y < TOP) {
            begin();
        }
    }

    void space(float height) {
        if (y < TOP) {
            y -= height;
        }
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

    /** A thin rule at the left of the line that comes next: whose words these are. */
    void bar(Style style) throws IOException {
        keep(style.leading());
        page.setStrokingColor(0.6f);
        page.setLineWidth(1.2f);
        page.moveTo(LEFT + 4, y);
        page.lineTo(LEFT + 4, y - style.leading());
        page.stroke();
        page.setStrokingColor(0f);
    }

    private void write(String line, float x, Style style) throws IOException {
        keep(style.leading());
        // The shapes stand in the middle of their line
        show(page, line, x, y - (style.leading() + style.size() * 0.76f) / 2, style);
        y -= style.leading();
    }

    private void show(PDPageContentStream on, String line, float x, float baseline, Style style) throws IOException {
        if (line.isEmpty()) {
            return;
        }
        on.beginText();
        on.setFont(face.font(), style.size());
        on.setRenderingMode(style.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        on.setLineWidth(style.bold() ? style.size() * BOLD : 0);
        on.newLineAtOffset(x, baseline);
        on.showText(line);
        on.endText();
    }

    /** Numbers the pages, now that there are no more. */
    void end(String number) throws IOException {
        page.close();
        Style foot = new Style(FOOT_SIZE, FOOT_SIZE, false);
        for (int i = 0; i < pages.size(); i++) {
            String line = "%s　　第 %d 页，共 %d 页".formatted(number, i + 1, pages.size());
            try (PDPageContentStream on = new PDPageContentStream(
                    document, pages.get(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
                show(on, line, LEFT + (room() - face.width(line, FOOT_SIZE)) / 2, FOOT, foot);
            }
        }
    }
}
