package org.shouwen.paper.internal;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Marks on one page; lengths in points from its lower left corner, shades from 0 (black) to 1 (white). */
record Pen(PDPageContentStream page, Typeface face) {

    /** Strokes around the shapes of the one font make it bold. */
    private static final float BOLD = 0.035f;

    private static final float HAIRLINE = 0.7f;

    /** How text looks. */
    record Style(float size, float leading, boolean bold) {

        /** @return from the top of a line to its baseline: the shapes stand in the middle of their line */
        float baseline() {
            return (leading + size * 0.76f) / 2;
        }
    }

    void text(String line, float x, float baseline, Style style) throws IOException {
        text(line, x, baseline, style, 0);
    }

    void text(String line, float x, float baseline, Style style, float shade) throws IOException {
        if (line.isEmpty()) {
            return;
        }
        page.beginText();
        page.setFont(face.font(), style.size());
        page.setRenderingMode(style.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        page.setLineWidth(style.bold() ? style.size() * BOLD : 0);
        page.setNonStrokingColor(shade);
        page.setStrokingColor(shade);
        page.newLineAtOffset(x, baseline);
        page.showText(line);
        page.endText();
        page.setNonStrokingColor(0f);
        page.setStrokingColor(0f);
    }

    /** An upright rule. */
    void bar(float x, float top, float height, float width, float shade) throws IOException {
        page.setStrokingColor(shade);
        page.setLineWidth(width);
        page.moveTo(x, top);
        page.lineTo(x, top - height);
        page.stroke();
        page.setStrokingColor(0f);
    }

    /** A rectangle's outline. */
    void box(float x, float top, float width, float height) throws IOException {
        page.setLineWidth(HAIRLINE);
        page.addRect(x, top - height, width, height);
        page.stroke();
    }

    /** A rectangle's outline to cut along. */
    void cut(float x, float top, float width, float height) throws IOException {
        page.setLineDashPattern(new float[] {4, 3}, 0);
        page.setStrokingColor(0.5f);
        box(x, top, width, height);
        page.setStrokingColor(0f);
        page.setLineDashPattern(new float[0], 0);
    }

    void fill(float x, float top, float width, float height, float shade) throws IOException {
        page.setNonStrokingColor(shade);
        page.addRect(x, top - height, width, height);
        page.fill();
        page.setNonStrokingColor(0f);
    }

    void picture(PDImageXObject picture, float x, float top, float side) throws IOException {
        page.drawImage(picture, x, top - side, side, side);
    }
}
