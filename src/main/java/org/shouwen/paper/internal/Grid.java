package org.shouwen.paper.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.shouwen.paper.Paper;
import org.shouwen.paper.internal.Pen.Style;

/** Ruled tables and grids of facts. */
record Grid(Typeface face, Sheets sheets) {

    private static final Style CELL = new Style(11.5f, 16, false);
    private static final Style LABEL = new Style(11.5f, 16, true);
    private static final float PAD = 4;
    private static final float LABEL_WIDTH = 84;
    private static final float SHADE = 0.94f;
    private static final float SIGN_HEIGHT = 24 * Sheets.MM;
    private static final float AROUND = 6;

    /** What is worth beginning at the foot of a page. */
    private static final int FEWEST_LINES = 3;

    /** One cell of a row: its lines, as wide as they were broken for. */
    private record Cell(float width, List<String> lines, boolean label) {

        Style style() {
            return label ? LABEL : CELL;
        }

        float height() {
            return Math.max(lines.size(), 1) * CELL.leading() + 2 * PAD;
        }

        Cell part(int from, int to) {
            int size = lines.size();
            return new Cell(width, lines.subList(Math.min(from, size), Math.min(to, size)), label);
        }
    }

    void fields(Paper.Fields part) throws IOException {
        sheets.space(AROUND);
        float half = Sheets.room() / 2;
        Paper.Field waiting = null;
        for (Paper.Field field : part.fields()) {
            boolean isShort = lines(field.value(), half - LABEL_WIDTH).size() <= 1;
            if (waiting != null && isShort) {
                row(pair(waiting, half, field, half), null);
                waiting = null;
            } else {
                if (waiting != null) {
                    row(single(waiting), null);
                }
                waiting = isShort ? field : null;
                if (!isShort) {
                    row(single(field), null);
                }
            }
        }
        if (waiting != null) {
            row(single(waiting), null);
        }
        sheets.space(AROUND);
    }

    private List<Cell> single(Paper.Field field) {
        return of(field, Sheets.room());
    }

    private List<Cell> pair(Paper.Field left, float leftWidth, Paper.Field right, float rightWidth) {
        List<Cell> cells = new ArrayList<>(of(left, leftWidth));
        cells.addAll(of(right, rightWidth));
        return cells;
    }

    private List<Cell> of(Paper.Field field, float width) {
        return List.of(cell(field.label(), LABEL_WIDTH, true), cell(field.value(), width - LABEL_WIDTH, false));
    }

    void table(Paper.Table table) throws IOException {
        sheets.space(AROUND);
        float unit = Sheets.room()
                / table.shares().stream().mapToInt(Integer::intValue).sum();
        List<Cell> head = row(table.head(), table.shares(), unit, true);
        List<List<Cell>> rows = table.rows().stream()
                .map(texts -> row(texts, table.shares(), unit, false))
                .toList();
        sheets.keep(height(head) + (rows.isEmpty() ? 0 : Math.min(height(rows.get(0)), Sheets.depth() / 2)));
        draw(head, height(head));
        for (List<Cell> cells : rows) {
            row(cells, head);
        }
        sheets.space(AROUND);
    }

    private List<Cell> row(List<String> texts, List<Integer> shares, float unit, boolean label) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            cells.add(cell(texts.get(i), shares.get(i) * unit, label));
        }
        return cells;
    }

    /**
     * A row that is higher than a page fills what is left of this one and goes on.
     *
     * @param head repeated where the row begins a page, or null
     */
    private void row(List<Cell> cells, List<Cell> head) throws IOException {
        float top = head == null ? 0 : height(head);
        int aPage = lines(Sheets.depth() - top);
        int all = cells.stream().mapToInt(cell -> cell.lines().size()).max().orElse(0);
        int from = 0;
        do {
            int fitting = lines(sheets.left());
            boolean whole = all - from <= aPage;
            if (whole ? all - from > fitting || fitting == 0 : fitting < FEWEST_LINES) {
                sheets.turn();
                if (head != null) {
                    draw(head, top);
                }
                fitting = aPage;
            }
            int start = from;
            int end = from + (whole ? aPage : fitting);
            List<Cell> part = cells.stream().map(cell -> cell.part(start, end)).toList();
            draw(part, height(part));
            from = end;
        } while (from < all);
    }

    private static int lines(float height) {
        return (int) ((height - 2 * PAD) / CELL.leading());
    }

    private void draw(List<Cell> cells, float height) throws IOException {
        Pen pen = sheets.pen();
        float x = Sheets.LEFT;
        for (Cell cell : cells) {
            if (cell.label()) {
                pen.fill(x, sheets.y(), cell.width(), height, SHADE);
            }
            pen.box(x, sheets.y(), cell.width(), height);
            float y = sheets.y() - PAD;
            for (String line : cell.lines()) {
                pen.text(line, x + PAD, y - cell.style().baseline(), cell.style());
                y -= cell.style().leading();
            }
            x += cell.width();
        }
        sheets.down(height);
    }

    /** Boxes with the role at the top and the date at the foot; between them is room for a name. */
    void signers(Paper.Signers part) throws IOException {
        sheets.space(2 * AROUND);
        sheets.keep(SIGN_HEIGHT);
        float width = Sheets.room() / part.roles().size();
        float top = sheets.y();
        String date = "年　　月　　日";
        for (int i = 0; i < part.roles().size(); i++) {
            float x = Sheets.LEFT + i * width;
            sheets.pen().box(x, top, width, SIGN_HEIGHT);
            float y = top - PAD;
            for (String line : lines(part.roles().get(i), width)) {
                sheets.pen().text(line, x + PAD, y - LABEL.baseline(), LABEL);
                y -= LABEL.leading();
            }
            sheets.pen()
                    .text(
                            date,
                            x + width - PAD - face.width(date, CELL.size()),
                            top - SIGN_HEIGHT + PAD + CELL.leading() - CELL.baseline(),
                            CELL);
        }
        sheets.down(SIGN_HEIGHT);
        sheets.space(AROUND);
    }

    private Cell cell(String text, float width, boolean label) {
        return new Cell(width, lines(text, width), label);
    }

    /** @return the text's lines in a cell of that width; none for a blank one */
    private List<String> lines(String text, float width) {
        if (text.isBlank()) {
            return Collections.emptyList();
        }
        LineBreaks breaks = new LineBreaks(piece -> face.width(piece, CELL.size()));
        return text.strip()
                .lines()
                .flatMap(line -> breaks.lines(face.printable(line.strip()), 0, width - 2 * PAD).stream())
                .toList();
    }

    private static float height(List<Cell> cells) {
        return (float) cells.stream().mapToDouble(Cell::height).max().orElse(0);
    }
}
