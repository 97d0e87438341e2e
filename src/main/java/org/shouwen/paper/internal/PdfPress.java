package org.shouwen.paper.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.shouwen.paper.Paper;
import org.shouwen.paper.PaperPress;
import org.shouwen.paper.internal.Pen.Style;
import org.springframework.stereotype.Component;

/** Papers by PDFBox, in the manner of an official letter: a centred title, the number, the parts, the pages counted. */
@Component
class PdfPress implements PaperPress {

    private static final Style TITLE = new Style(20, 34, true);
    private static final Style NUMBER = new Style(11, 20, false);
    private static final Style HEADING = new Style(13, 26, true);
    private static final Style BODY = new Style(13, 24, false);
    private static final Style QUOTED = new Style(11.5f, 19, false);
    private static final Style NOTE = new Style(9.5f, 15, false);

    private static final float INDENT = 2 * BODY.size();
    private static final float QUOTE_INDENT = 14;
    private static final float PICTURE_GAP = 10;
    private static final int MOST_NAMED = 30;

    @Override
    public byte[] pdf(Paper paper) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Typeface face = Typeface.of(document);
            Sheets sheets = new Sheets(document, face);
            new Printing(face, sheets).all(paper);
            document.getDocumentInformation().setTitle(paper.title() + " " + paper.number());
            document.getDocumentCatalog().setLanguage("zh-CN");
            // Else the file would carry the moment of its making, and no two were the same
            document.setDocumentId((long) paper.hashCode());
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One paper on its way to its pages. */
    private record Printing(Typeface face, Sheets sheets) {

        void all(Paper paper) throws IOException {
            for (String line : broken(paper.title(), 0, TITLE)) {
                sheets.centre(line, TITLE);
            }
            sheets.centre(face.printable(paper.number()), NUMBER);
            sheets.space(10);
            for (Paper.Part part : paper.parts()) {
                part(part);
            }
            note();
            sheets.end(face.printable(paper.number()));
        }

        private void part(Paper.Part part) throws IOException {
            if (part instanceof Paper.Heading heading) {
                sheets.space(6);
                sheets.keep(HEADING.leading() + 2 * BODY.leading());
                lines(heading.text(), 0, HEADING);
            } else if (part instanceof Paper.Text text) {
                for (String paragraph : paragraphs(text.text())) {
                    lines(paragraph, INDENT, BODY);
                }
            } else if (part instanceof Paper.Line line) {
                lines(line.text(), 0, BODY);
            } else if (part instanceof Paper.Quotation quotation) {
                quote(quotation.text());
            } else if (part instanceof Paper.Signature signature) {
                sign(signature.lines());
            } else if (part instanceof Paper.Fields fields) {
                new Grid(face, sheets).fields(fields);
            } else if (part instanceof Paper.Table table) {
                new Grid(face, sheets).table(table);
            } else if (part instanceof Paper.Signers signers) {
                new Grid(face, sheets).signers(signers);
            } else if (part instanceof Paper.Picture picture) {
                picture(picture);
            } else if (part instanceof Paper.Corner corner) {
                sheets.corner(
                        sheets.image(corner.picture().png()), corner.picture().side() * Sheets.MM);
            } else if (part instanceof Paper.Cards cards) {
                new Badges(face, sheets).print(cards.cards());
            }
        }

        private void lines(String paragraph, float indent, Style style) throws IOException {
            List<String> lines = broken(paragraph, indent, style);
            for (int i = 0; i < lines.size(); i++) {
                sheets.left(lines.get(i), i == 0 ? indent : 0, style);
            }
        }

        private void quote(String text) throws IOException {
            LineBreaks breaks = new LineBreaks(piece -> face.width(piece, QUOTED.size()));
            for (String paragraph : paragraphs(text)) {
                for (String line : breaks.lines(face.printable(paragraph), 0, Sheets.room() - QUOTE_INDENT)) {
                    sheets.bar(QUOTED);
                    sheets.left(line, QUOTE_INDENT, QUOTED);
                }
            }
            sheets.space(4);
        }

        private void picture(Paper.Picture picture) throws IOException {
            float side = picture.side() * Sheets.MM;
            float beside = side + PICTURE_GAP;
            LineBreaks breaks = new LineBreaks(piece -> face.width(piece, QUOTED.size()));
            List<String> words = paragraphs(picture.words()).stream()
                    .flatMap(line -> breaks.lines(face.printable(line), 0, Sheets.room() - beside).stream())
                    .toList();
            float height = words.size() * QUOTED.leading();
            sheets.space(PICTURE_GAP);
            sheets.keep(Math.max(side, height));
            float top = sheets.y();
            sheets.pen().picture(sheets.image(picture.png()), Sheets.LEFT, top, side);
            float y = top - Math.max(0, (side - height) / 2);
            for (String line : words) {
                sheets.pen().text(line, Sheets.LEFT + beside, y - QUOTED.baseline(), QUOTED);
                y -= QUOTED.leading();
            }
            sheets.down(Math.max(side, height));
        }

        private void sign(List<String> lines) throws IOException {
            sheets.space(BODY.leading());
            sheets.keep(lines.size() * BODY.leading());
            for (String line : lines) {
                sheets.right(face.printable(line), INDENT, BODY);
            }
        }

        /** Whoever reads a 〓 can find out what was written. */
        private void note() throws IOException {
            if (face.lacking().isEmpty()) {
                return;
            }
            String named = face.lacking().stream()
                    .limit(MOST_NAMED)
                    .map(character -> "U+" + Integer.toHexString(character).toUpperCase(Locale.ROOT))
                    .collect(Collectors.joining("、"));
            sheets.space(NOTE.leading());
            lines(
                    "注：“" + Typeface.MISSING + "”处是字库里没有的字符：" + named
                            + (face.lacking().size() > MOST_NAMED ? "等" : "") + "。",
                    0,
                    NOTE);
        }

        private List<String> broken(String paragraph, float indent, Style style) {
            return new LineBreaks(piece -> face.width(piece, style.size()))
                    .lines(face.printable(paragraph), indent, Sheets.room());
        }

        private static List<String> paragraphs(String text) {
            return text.strip()
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }
}
