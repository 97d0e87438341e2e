package org.shouwen.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.shouwen.rulebook.ShippedRulebook;
import org.shouwen.studio.Comparison.Text;
import org.shouwen.testing.Models;
import org.shouwen.workflow.Difference.Cell;
import org.shouwen.workflow.Difference.Line;
import org.shouwen.workflow.Difference.What;
import org.shouwen.workflow.internal.ShippedTables;

/** What another text of a table answers otherwise, in words. */
class ComparisonTest {

    /** Number of the row of ordinary repairs at home, from 0, and of its arrival's limit. */
    private static final int ORDINARY = 5;

    private static final int ARRIVE = 6;

    private static final Map<String, Object> AT_HOME =
            Map.of("kind", "REPAIR", "priority", "P2", "area", "HOME", "hazard", "NONE");
    private static final Map<String, Object> OUTSIDE =
            Map.of("kind", "REPAIR", "priority", "P2", "area", "PUBLIC", "hazard", "NONE");

    private final TableWords words = new TableWords(ShippedRulebook.RULEBOOK, ShippedRulebook.CODES);

    private Comparison comparison(String file, UnaryOperator<Draft> change) {
        byte[] shipped = Models.bytes().get(file);
        Draft draft = change.apply(Draft.of(ShippedTables.read(shipped)));
        return new Comparison(text(shipped), text(TableXml.of(shipped).with(draft.kept())), words);
    }

    private static Text text(byte[] source) {
        return new Text(ShippedTables.read(source), ShippedTables.asked(source));
    }

    /** @return with that row's cell otherwise */
    private static Draft cell(Draft draft, int row, int cell, String written) {
        List<Draft.Row> rows = new ArrayList<>(draft.rows());
        Draft.Row old = rows.get(row);
        List<String> cells = new ArrayList<>(old.cells());
        cells.set(cell, written);
        rows.set(row, new Draft.Row(old.from(), old.copy(), old.gone(), cells, "新依据"));
        return new Draft(rows);
    }

    @Test
    void onlyWhoMeetsTheChangedRowIsAnsweredOtherwise() {
        Comparison comparison = comparison("time-limits.dmn", draft -> cell(draft, ORDINARY, ARRIVE, "2"));
        assertThat(comparison.of(OUTSIDE)).hasValue(List.of());
        assertThat(comparison.of(AT_HOME))
                .hasValueSatisfying(lines -> assertThat(lines).singleElement().satisfies(line -> {
                    assertThat(line.what()).isEqualTo(What.CHANGED);
                    assertThat(line.where()).isEqualTo("第 " + (ORDINARY + 1) + " 行");
                    assertThat(line.cells()).containsExactly(new Cell("到场时限", "4 个工作小时", "2 个工作小时"));
                }));
    }

    @Test
    void whatSaysTheSameInANewRowIsNothing() {
        // A row for what the old one excludes, and the old one for the rest: the answers are the same
        Comparison comparison = comparison("time-limits.dmn", draft -> {
            Draft two = draft.doubled(ORDINARY);
            return cell(cell(two, ORDINARY, 3, "\"NONE\""), ORDINARY + 1, 3, "not(\"SEEPAGE\",\"NONE\")");
        });
        assertThat(comparison.of(AT_HOME)).hasValue(List.of());
    }

    @Test
    void aNewRowIsNamedByItsOwnNumber() {
        Comparison comparison = comparison("time-limits.dmn", draft -> {
            Draft two = draft.doubled(ORDINARY);
            Draft split = cell(cell(two, ORDINARY, 3, "not(\"SEEPAGE\",\"NONE\")"), ORDINARY + 1, 3, "\"NONE\"");
            return cell(split, ORDINARY + 1, ARRIVE, "2");
        });
        assertThat(comparison.of(AT_HOME).orElseThrow())
                .extracting(Line::where, Line::what)
                .containsExactly(tuple("第 " + (ORDINARY + 2) + " 行", What.CHANGED));
    }

    @Test
    void ofAListEachRowComesAndGoesByItself() {
        Map<String, Object> trapped = Map.of(
                "area", "PUBLIC",
                "trade", "LIFT",
                "hazard", "LIFT_TRAPPED",
                "paid", false,
                "responsible", "PROPERTY_COMPANY",
                "appointment", false,
                "external", false);
        Comparison gone = comparison("repair-requirements.dmn", draft -> draft.turned(0));
        assertThat(gone.of(trapped).orElseThrow()).singleElement().satisfies(line -> {
            assertThat(line.what()).isEqualTo(What.REMOVED);
            assertThat(line.where()).isEqualTo("第 1 行");
            assertThat(line.cells().get(0).after()).isNull();
        });
        Comparison more = comparison("repair-requirements.dmn", draft -> draft.doubled(0));
        assertThat(more.of(trapped).orElseThrow())
                .extracting(Line::what, Line::where)
                .containsExactly(tuple(What.ADDED, "第 2 行"));
    }

    @Test
    void theFirstRowFromAboveCounts() {
        Map<String, Object> facts = Map.of(
                "hazard", "NONE",
                "danger", "PERSON",
                "scope", "UNKNOWN",
                "utilityOut", false,
                "area", "HOME",
                "trade", "PLUMBING");
        Comparison same = comparison("repair-priority.dmn", draft -> draft.doubled(0));
        assertThat(same.of(facts)).hasValue(List.of());
        byte[] shipped = Models.bytes().get("repair-priority.dmn");
        assertThat(ShippedTables.asked(shipped).ask(facts).orElseThrow()).hasSize(1);
    }

    @Test
    void whatCannotBeAskedIsSaid() {
        Comparison comparison = comparison("time-limits.dmn", draft -> cell(draft, ORDINARY, ARRIVE, "2"));
        assertThat(comparison.of(Map.of("kind", "REPAIR", "priority", "P2", "area", "HOME")))
                .isEmpty();
        // A number of years that is a word
        Map<String, Object> words = new HashMap<>();
        ShippedTables.read(Models.bytes().get("responsibility.dmn"))
                .inputs()
                .forEach(input -> words.put(input.name(), "四"));
        assertThat(comparison("responsibility.dmn", draft -> draft).of(words)).isEmpty();
    }
}
