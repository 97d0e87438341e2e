package org.shouwen.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwen.rulebook.ShippedRulebook;
import org.shouwen.testing.Models;
import org.shouwen.workflow.Difference;
import org.shouwen.workflow.Difference.Cell;
import org.shouwen.workflow.Difference.What;
import org.shouwen.workflow.RuleTables.RuleTable;
import org.shouwen.workflow.internal.ShippedTables;

/** Changes of a table in words, and the same changes made to another version. */
class DraftTest {

    private static final int RESPOND = 4;

    private final byte[] shipped = shipped();
    private final RuleTable base = ShippedTables.read(shipped);
    private final TableWords words = new TableWords(ShippedRulebook.RULEBOOK, ShippedRulebook.CODES);

    private static byte[] shipped() {
        try {
            return Files.readAllBytes(Models.BPMN.resolve("time-limits.dmn"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private RuleTable with(Draft draft) {
        return ShippedTables.read(TableXml.of(shipped).with(draft.kept()));
    }

    /** @return with the respond limit of that row */
    private Draft responding(Draft draft, int row, String amount) {
        List<Draft.Row> rows = new ArrayList<>(draft.rows());
        Draft.Row old = rows.get(row);
        List<String> cells = new ArrayList<>(old.cells());
        cells.set(RESPOND, amount);
        rows.set(row, new Draft.Row(old.from(), old.copy(), old.gone(), cells, "新依据"));
        return new Draft(rows);
    }

    @Test
    void aDifferenceIsToldInWords() {
        RuleTable after = with(responding(Draft.of(base), 0, "3").turned(17).doubled(1));
        List<Difference.Line> lines = TableDifference.of(base, after, words).lines();
        assertThat(lines).extracting(Difference.Line::what).containsExactly(What.CHANGED, What.ADDED, What.REMOVED);
        assertThat(lines).extracting(Difference.Line::where).containsExactly("第 1 行", "第 3 行", "第 18 行");
        assertThat(lines.get(0).situation()).isEqualTo("事项类别 报修，优先级 特急，险情或专项 电梯困人");
        assertThat(lines.get(0).cells())
                .containsExactly(
                        new Cell("签收时限", "1 分钟", "3 分钟"),
                        new Cell("依据（注释）", base.rows().get(0).note(), "新依据"));
        assertThat(lines.get(1).cells()).contains(new Cell("签收时限", null, "5 分钟"));
        assertThat(lines.get(2).cells()).allMatch(cell -> cell.after() == null);
        assertThat(TableDifference.of(base, base, words).lines()).isEmpty();
    }

    @Test
    void theSameChangesAreMadeToAnotherVersion() {
        RuleTable mine = with(responding(Draft.of(base), 0, "3").turned(17).doubled(1));
        RuleTable now =
                with(responding(responding(Draft.of(base), 0, "2"), 5, "9").turned(1));

        Draft again = Draft.onto(now, base, mine);

        assertThat(again.rows()).hasSize(18);
        assertThat(again.rows().get(0).cells().get(RESPOND)).isEqualTo("3");
        assertThat(again.rows().get(1).copy())
                .as("stands below what is left above it")
                .isTrue();
        assertThat(again.rows().get(1).cells()).isEqualTo(Draft.cells(base, 1));
        assertThat(again.rows().get(5).cells().get(RESPOND))
                .as("what others changed stays")
                .isEqualTo("9");
        assertThat(again.rows().get(17).gone()).isTrue();
    }

    @Test
    void onTheSameVersionTheyAreTheChangesThemselves() {
        RuleTable mine = with(responding(Draft.of(base), 0, "3").turned(17).doubled(1));
        assertThat(Draft.onto(base, base, mine).kept())
                .extracting(Draft.Row::cells)
                .isEqualTo(Draft.of(mine).kept().stream().map(Draft.Row::cells).toList());
        assertThat(Draft.onto(base, base, base).isAsIn(base)).isTrue();
    }
}
