package org.shouwen.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwen.rulebook.ShippedRulebook;
import org.shouwen.testing.Models;
import org.shouwen.workflow.RuleTables.Column;
import org.shouwen.workflow.RuleTables.RuleTable;
import org.shouwen.workflow.internal.ShippedTables;

/** 请当心: what a change means for what is dangerous, for the ladder and for the standards. */
class CautionsTest {

    private final Cautions cautions =
            new Cautions(null, new TableWords(ShippedRulebook.RULEBOOK, ShippedRulebook.CODES));

    static Stream<String> tables() {
        return Models.bytes().keySet().stream().filter(file -> file.endsWith(".dmn"));
    }

    private static RuleTable shipped(String file) {
        return ShippedTables.read(Models.bytes().get(file));
    }

    private List<String> cautions(String file, UnaryOperator<Draft> change) {
        RuleTable table = shipped(file);
        Draft draft = change.apply(Draft.of(table));
        return cautions.of(
                table, ShippedTables.read(TableXml.of(Models.bytes().get(file)).with(draft.kept())), table);
    }

    /** @return with that row's output otherwise */
    private static Draft answer(RuleTable table, Draft draft, int row, String output, String written) {
        int at = Stream.concat(table.inputs().stream(), table.outputs().stream())
                .map(Column::name)
                .toList()
                .lastIndexOf(output);
        List<Draft.Row> rows = new ArrayList<>(draft.rows());
        Draft.Row old = rows.get(row);
        List<String> cells = new ArrayList<>(old.cells());
        cells.set(at, written);
        rows.set(row, new Draft.Row(old.from(), old.copy(), old.gone(), cells, "新依据"));
        return new Draft(rows);
    }

    private List<String> answering(String file, int row, String output, String written) {
        return cautions(file, draft -> answer(shipped(file), draft, row, output, written));
    }

    /** @return number, from 0, of the row that asks exactly that */
    private static int row(String file, String... inputs) {
        RuleTable table = shipped(file);
        return IntStream.range(0, table.rows().size())
                .filter(i -> table.rows().get(i).inputs().equals(List.of(inputs)))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void nothingIsSaidOfWhatIsShipped(String file) {
        assertThat(cautions(file, draft -> draft)).isEmpty();
    }

    @Test
    void aCategoryIsNotDangerousAnyMore() {
        String file = "categories.dmn";
        int burst = row(file, "\"BURST_PIPE\"");
        String row = "第 " + (burst + 1) + " 行（爆管）";
        assertThat(answering(file, burst, "hazard", "\"SEEPAGE\"")).containsExactly("险情降级：" + row + "，险情或专项 爆管 → 渗漏");
        assertThat(answering(file, burst, "offered", "false")).containsExactly("险情降级：" + row + "，受理时可选 是 → 否");
        assertThat(answering(file, burst, "kind", "\"COMPLAINT\"")).containsExactly("险情降级：" + row + "，事项类别 报修 → 投诉");
        assertThat(cautions(file, draft -> draft.turned(burst))).containsExactly("险情降级：" + row + "，删去了，以后报不了");
        assertThat(answering(file, burst, "hazard", "\"FIRE\"")).isEmpty();
        assertThat(answering(file, row(file, "\"SEEPAGE\""), "hazard", "\"NONE\""))
                .isEmpty();
    }

    @Test
    void whatIsDangerousCountsForLess() {
        String file = "repair-priority.dmn";
        assertThat(answering(file, 0, "priority", "\"P2\"")).containsExactly("险情降级：第 1 行（险情或专项 电梯困人），优先级 特急 → 一般");
        assertThat(answering(file, 0, "urgent", "false")).containsExactly("险情降级：第 1 行（险情或专项 电梯困人），立即呼叫值班 是 → 否");
        assertThat(cautions(file, draft -> draft.turned(0)))
                .as("it falls through to the rest")
                .anyMatch(caution -> caution.startsWith("险情降级：第 1 行（险情或专项 电梯困人），优先级 特急 → "));
        assertThat(answering(file, 12, "priority", "\"P1\""))
                .as("more than before")
                .isEmpty();
        assertThat(answering("complaint-grade.dmn", 0, "grade", "\"ORDINARY\""))
                .anyMatch(caution -> caution.contains("重大投诉 → 一般投诉"));
        assertThat(answering("violation-handling.dmn", 0, "gravity", "\"MINOR\""))
                .anyMatch(caution -> caution.contains(" → 轻微"));
    }

    @Test
    void aSuperiorHearsLaterOrNotAtAll() {
        String file = "escalation.dmn";
        int third = row(file, "\"REPAIR\"", "\"P0\"", "3");
        assertThat(answering(file, third, "offsetAmount", "45"))
                .containsExactly("督办变晚：第 4 行（事项类别 报修，优先级 特急，督办级别（0 为预警） 3），超时后再过 30 分钟 → 超时后再过 45 分钟");
        assertThat(answering(file, third, "offsetAmount", "10"))
                .containsExactly("督办没有一级比一级晚：第 4 行（事项类别 报修，优先级 特急，督办级别（0 为预警） 3），超时后再过 10 分钟，不晚于第 3 行");
        assertThat(answering(file, third, "offsetAmount", "20")).as("earlier").isEmpty();
        assertThat(answering(file, third - 3, "percent", "80"))
                .containsExactly("督办变晚：第 1 行（事项类别 报修，优先级 特急，督办级别（0 为预警） 0），用了时限的 50% → 用了时限的 80%");
        assertThat(answering(file, third, "addressee", "\"NONE\""))
                .containsExactly("少了一级督办：第 4 行（事项类别 报修，优先级 特急，督办级别（0 为预警） 3）");
        int workdays = row(file, "\"REPAIR\"", "\"P2\"", "2");
        assertThat(answering(file, workdays, "offsetUnit", "\"WORKHOUR\""))
                .as("an hour is before a day")
                .isEmpty();
    }

    @Test
    void aPromiseIsLongerThanTheStandardThatItsRowNames() {
        String file = "time-limits.dmn";
        int lift = row(file, "\"REPAIR\"", "\"P0\"", "-", "\"LIFT_TRAPPED\"");
        assertThat(answering(file, lift, "arriveAmount", "60"))
                .singleElement()
                .asString()
                .startsWith("比依据里的标准长：第 1 行（事项类别 报修，优先级 特急，险情或专项 电梯困人），到场时限 60 分钟；标准是 30 分钟（电梯困人30分钟到场");
        assertThat(answering(file, lift, "arriveAmount", "20")).as("shorter").isEmpty();
        assertThat(answering(file, lift, "respondAmount", "3"))
                .as("its 签收 is the product's own")
                .isEmpty();
        int leak = row(file, "\"REPAIR\"", "\"P2\"", "\"HOME\"", "\"SEEPAGE\"");
        assertThat(answering(file, leak, "planAmount", "5")).isEmpty();
        assertThat(answering(file, leak, "respondAmount", "5")).hasSize(1);
        int complaint = row(file, "\"COMPLAINT\"", "\"P1\"", "-", "-");
        assertThat(cautions(
                        file,
                        draft -> answer(
                                shipped(file),
                                answer(shipped(file), draft, complaint, "answerAmount", "0"),
                                complaint,
                                "answerUnit",
                                "\"NONE\"")))
                .singleElement()
                .asString()
                .contains("答复时限 不设时限；标准是 1 个工作日");
        int suggestion = row(file, "\"SUGGESTION\"", "-", "-", "-");
        assertThat(answering(file, suggestion, "finishAmount", "30"))
                .as("a default of ours")
                .isEmpty();
    }

    @Test
    void whatWasLongerAlreadyIsNotSaidAgain() {
        String file = "time-limits.dmn";
        RuleTable shipped = shipped(file);
        int lift = row(file, "\"REPAIR\"", "\"P0\"", "-", "\"LIFT_TRAPPED\"");
        TableXml text = TableXml.of(Models.bytes().get(file));
        RuleTable longer = ShippedTables.read(text.with(
                answer(shipped, Draft.of(shipped), lift, "arriveAmount", "60").kept()));
        RuleTable other = ShippedTables.read(text.with(
                answer(shipped, answer(shipped, Draft.of(shipped), lift, "arriveAmount", "60"), 5, "arriveAmount", "2")
                        .kept()));
        assertThat(cautions.of(longer, other, shipped)).isEmpty();
        assertThat(cautions.of(shipped, other, shipped)).hasSize(1);
    }
}
