package org.shouwen.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwen.problem.Refusal;
import org.shouwen.rulebook.ShippedRulebook;
import org.shouwen.studio.Grid.Cell;
import org.shouwen.studio.Grid.Line;
import org.shouwen.workflow.RuleTables.RuleTable;
import org.shouwen.workflow.internal.ShippedTables;

/** What stands in the fields, and what is made of it. */
class GridTest {

    private final Grid grid = new Grid(ShippedRulebook.RULEBOOK, ShippedRulebook.CODES);

    static Stream<RuleTable> tables() {
        return new ShippedTables().all().stream();
    }

    private static RuleTable table(String id) {
        return new ShippedTables().inForce(id).orElseThrow();
    }

    /** @return what a browser sends of these rows */
    private Map<String, String> sent(RuleTable table, Draft draft) {
        Map<String, String> sent = new HashMap<>();
        List<Line> lines = grid.lines(table, draft);
        sent.put("rows", String.valueOf(lines.size()));
        sent.put("end", "true");
        for (int i = 0; i < lines.size(); i++) {
            Draft.Row row = lines.get(i).row();
            sent.put("r" + i + "-from", String.valueOf(row.from()));
            sent.put("r" + i + "-copy", String.valueOf(row.copy()));
            sent.put("r" + i + "-gone", String.valueOf(row.gone()));
            sent.put("r" + i + "-note", row.note());
            for (Cell cell : lines.get(i).cells()) {
                switch (cell.kind()) {
                    case "choice" -> sent.put(cell.name(), cell.choice());
                    case "compare" -> {
                        sent.put(cell.name(), cell.choice());
                        sent.put(cell.name() + "n", cell.typed());
                    }
                    case "amount" -> {
                        sent.put(cell.name(), cell.typed());
                        sent.put(cell.name() + "n", cell.choice());
                    }
                    default -> sent.put(cell.name(), cell.typed());
                }
            }
        }
        return sent;
    }

    @ParameterizedTest
    @MethodSource("tables")
    void whatIsSentUntouchedIsTheTable(RuleTable table) {
        Draft draft = Draft.of(table).doubled(0).turned(2);
        assertThat(grid.read(table, sent(table, draft))).isEqualTo(draft);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyChoiceIsInWords(RuleTable table) {
        List<Line> lines = grid.lines(table, Draft.of(table));
        assertThat(lines.get(0).cells()).hasSameSizeAs(grid.heads(table));
        assertThat(lines.stream()
                        .flatMap(line -> line.cells().stream())
                        .filter(cell -> !cell.kind().equals("text"))
                        .flatMap(cell -> cell.choices().values().stream()))
                .allMatch(words -> words.equals("—") || words.matches(".*\\p{IsHan}.*"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // An amount, its unit
                "timeLimits     | c4   | ２                 | 4  | 2",
                "timeLimits     | c4n  | \"WORKDAY\"       | 5  | \"WORKDAY\"",
                "timeLimits     | c3   | not(\"FIRE\")     | 3  | not(\"FIRE\")",
                "timeLimits     | c15  | 合同第“十二”条       | 15 | \"合同第“十二”条\"",
                "timeLimits     | c15  | 合同第\"十二\"条     | 15 | \"合同第“十二”条\"",
                "responsibility | c4   | >=                | 4  | >= 3",
                "responsibility | c4   | =                 | 4  | 3",
                "responsibility | c4   | -                 | 4  | -",
            })
    void whatIsFilledInIsWritten(String id, String field, String typed, int cell, String written) {
        RuleTable table = table(id);
        Map<String, String> sent =
                new HashMap<>(Map.of("rows", String.valueOf(table.rows().size()), "end", "true"));
        if (field.equals("c4") && id.equals("responsibility")) {
            sent.put("r3-c4n", "3");
        }
        sent.put("r3-" + field, typed);
        Draft draft = grid.read(table, sent);
        assertThat(draft.rows().get(3).cells().get(cell)).isEqualTo(written);
        assertThat(draft.rows().get(4)).isEqualTo(Draft.of(table).rows().get(4));
    }

    @Test
    void whatIsNoFormOfTheTableIsRefused() {
        RuleTable table = table("timeLimits");
        for (Map<String, String> strange : List.of(
                Map.of("rows", "x", "end", "true"),
                Map.of("rows", "100000", "end", "true"),
                Map.of("rows", "1", "r0-from", "18", "end", "true"),
                Map.of("rows", "18"),
                Map.of("rows", "19", "end", "true"))) {
            assertThatThrownBy(() -> grid.read(table, strange)).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void whatNoFileCanHoldIsLeftOut() {
        RuleTable table = table("timeLimits");
        Draft draft = grid.read(
                table, Map.of("rows", "18", "end", "true", "r0-c15", "合同\u0001第\uFFFF十二条", "r0-note", "依\u0000据"));
        assertThat(draft.rows().get(0).cells().get(15)).isEqualTo("\"合同第十二条\"");
        assertThat(draft.rows().get(0).note()).isEqualTo("依据");
    }

    @Test
    void aChangedCellSaysWhatStoodThere() {
        RuleTable table = table("timeLimits");
        Draft draft = grid.read(table, Map.of("rows", "18", "end", "true", "r9-c4", "30", "r9-c4n", "\"MINUTE\""));
        Line line = grid.lines(table, draft).get(9);
        assertThat(line.changed()).isTrue();
        assertThat(line.cells().get(4).before())
                .isEqualTo(new TableWords(ShippedRulebook.RULEBOOK, ShippedRulebook.CODES)
                        .of(table, table.rows().get(9))
                        .get(4)
                        .words());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {"\"2\"", "“２”", "2"})
    void aNumberInQuotationMarksIsANumber(String typed) {
        RuleTable table = table("timeLimits");
        Draft draft = grid.read(table, Map.of("rows", "18", "end", "true", "r5-c6", typed));
        assertThat(draft.rows().get(5).cells().get(6)).isEqualTo("2");
    }

    @Test
    void whatNoFileCanHoldIsInNoCell() {
        RuleTable table = table("timeLimits");
        Map<String, String> forged = new HashMap<>(Map.of("rows", "18", "end", "true"));
        for (int i = 0; i < table.inputs().size() + table.outputs().size(); i++) {
            forged.put("r5-c" + i, "\u0001<x>\uFFFF]]>");
            forged.put("r5-c" + i + "n", "\u0001&x;\uFFFE");
        }
        forged.put("r5-note", "\u0001<x>");
        Draft draft = grid.read(table, forged);
        assertThat(draft.rows().get(5).cells()).noneMatch(cell -> cell.matches("(?s).*[\u0001\uFFFE\uFFFF].*"));
        assertThat(ShippedTables.read(
                                TableXml.of(org.shouwen.testing.Models.bytes().get("time-limits.dmn"))
                                        .with(draft.kept()))
                        .rows())
                .hasSize(18);
    }
}
