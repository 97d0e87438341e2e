package org.shouwen.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwen.problem.Refusal;
import org.shouwen.testing.TableDecisions;
import org.shouwen.ticket.CategoryTable;
import org.shouwen.workflow.RuleTables.Column;
import org.shouwen.workflow.RuleTables.Reading;
import org.shouwen.workflow.RuleTables.RuleTable;
import org.shouwen.workflow.internal.ShippedTables;

/** Every decision table as a manager reads it. */
class RulebookTest {

    private static final int SEED = 20_261_130;
    private static final int CASES = 300;
    private static final Pattern CODE = Pattern.compile("[A-Z]{3,}|[A-Z]_|\"|not\\(|\\btrue\\b|\\bfalse\\b|[<>]=?");

    private final Rulebook rulebook = ShippedRulebook.RULEBOOK;
    private final TableDecisions product = new TableDecisions();

    static Stream<RuleTable> tables() {
        return new ShippedTables().all().stream();
    }

    private static String rows(Sheet sheet) {
        return sheet.lines().stream()
                .map(line -> line.number() + " "
                        + line.cells().stream().map(Sheet.Cell::words).collect(Collectors.joining(" | ")))
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyCodeHasAWord(RuleTable table) {
        List<String> findings = new ArrayList<>();
        Stream.concat(table.inputs().stream(), table.outputs().stream())
                .filter(column -> column.type().equals("string"))
                .forEach(column -> column.codes().stream()
                        .filter(code ->
                                !ShippedRulebook.CODES.word(column.name(), code).matches(".*\\p{IsHan}.*"))
                        .forEach(code -> findings.add(column.name() + " " + code)));
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTableIsReadInWords(RuleTable table) {
        Sheet sheet = rulebook.sheet(table.id(), Map.of());
        assertThat(sheet.lines()).hasSameSizeAs(table.rows());
        assertThat(sheet.lines())
                .allMatch(line -> line.cells().size() == sheet.heads().size());
        assertThat(rows(sheet) + sheet.alike() + sheet.heads()).doesNotContainPattern(CODE);
    }

    /** A row's answer is on its sheet even where it is the same in all rows. */
    @ParameterizedTest
    @MethodSource("tables")
    void nothingThatATableAnswersIsLeftOut(RuleTable table) {
        Sheet sheet = rulebook.sheet(table.id(), Map.of());
        String said = sheet.heads() + " " + sheet.alike();
        table.outputs().stream()
                .filter(output ->
                        !output.name().endsWith("Unit") && !output.name().equals("code"))
                .forEach(output -> assertThat(said).contains(output.label()));
        for (Column input : table.inputs()) {
            boolean asked = table.rows().stream()
                    .anyMatch(row ->
                            !row.inputs().get(table.inputs().indexOf(input)).matches("-?"));
            // A row that has a name is called by it, and its code stands behind that
            String label = table.id().equals(CategoryTable.ID) ? "名称" : input.label();
            assertThat(sheet.heads() + rows(sheet)).as(input.name()).contains(asked ? label : "");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    timeLimits;      6;  报修 | 一般 | 居家 | 除渗漏外 | 30 个工作分钟 | 4 个工作小时 | — | — | 1 个工作日
                    timeLimits;      4;  报修 | 紧急 | 居家 | — | 10 分钟 | 30 分钟 | — | — | 当日 | 15
                    timeLimits;      10; 投诉 | 一般投诉 | — | — | 2 个工作小时 | — | 1 个工作日 | — | 3 个工作日
                    timeLimits;      9;  报修 | 计划 | — | — | 1 个工作日 | — | — | — | 15 个工作日
                    escalation;      8;  报修 | 紧急 | 3 | 100 | 2 小时 | 项目经理 | 不分昼夜 | 15 分钟
                    complaintGrade;  3;  涉及户数：不少于 5 | 重大投诉 | 项目经理
                    complaintGrade;  11; 其余 | 一般投诉 | 首问责任人
                    responsibility;  6;  防水 | 自然损坏或尚未查明 | 是 | 不到 5 | — | 建设单位 | 否
                    goodsRuling;     2;  业主本人 | 除身份证件，与登记一致外 | — | 不放行
                    repairPriority;  6;  门禁道闸监控失效 | 影响范围：未说明、整个小区 | 紧急 | 是
                    """)
    void amountsListsAndSeldomFactsReadAsPeopleSayThem(String table, int row, String words) {
        assertThat(rows(rulebook.sheet(table, Map.of())).split("\n")[row - 1]).startsWith(row + " " + words);
    }

    /** No table of ours asks so today; a manager may. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[2..5] | 2 至 5 | 2 5 | 1 6",
                "1, 3 | 1、3 | 1 3 | 2",
                "[ 1 .. 2 ], 9 | 1 至 2、9 | 1 2 9 | 3 8",
                "not(1, 3) | 除1、3外 | 2 | 1 3",
                ">= 5 | 不少于 5 | 5 6 | 4",
            })
    void numbersAreReadAsTheEngineReadsThem(String cell, String words, String met, String missed) {
        Condition condition = Condition.of(new Column("times", "次数", "integer", List.of()), cell);
        assertThat(condition.words(ShippedRulebook.CODES)).isEqualTo(words);
        assertThat(met.split(" ")).allMatch(condition::holds);
        assertThat(missed.split(" ")).noneMatch(condition::holds);
    }

    @Test
    void aManagerFindsTodaysRow() {
        Sheet found = rulebook.sheet("timeLimits", Map.of("kind", "REPAIR", "priority", "P1", "area", "HOME"));
        assertThat(found.lines()).extracting(Sheet.Line::number).containsExactly(4);
        assertThat(rulebook.sheet("timeLimits", Map.of("kind", "NO_SUCH", "colour", "red"))
                        .lines())
                .hasSize(18);
        assertThatThrownBy(() -> rulebook.sheet("noSuchTable", Map.of())).isInstanceOf(Refusal.class);
    }

    /** The rows that are found for a case are the rows that answer it. */
    @ParameterizedTest
    @MethodSource("tables")
    void whatIsFoundIsWhatTheTableAnswers(RuleTable table) {
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            Map<String, Object> facts = new LinkedHashMap<>();
            for (Column input : table.inputs()) {
                facts.put(input.name(), value(table, input, random));
            }
            Map<String, String> asked = new HashMap<>();
            facts.forEach((name, value) -> asked.put(name, value.toString()));
            List<Sheet.Line> found = rulebook.sheet(table.id(), asked).lines();
            List<Map<String, Object>> answers = product.rows(table.id(), facts);
            assertThat(table.reading() == Reading.FIRST ? found.subList(0, Math.min(1, found.size())) : found)
                    .as("%s", facts)
                    .hasSameSizeAs(answers);
            for (int row = 0; row < answers.size(); row++) {
                List<String> written =
                        table.rows().get(found.get(row).number() - 1).outputs();
                for (int output = 0; output < written.size(); output++) {
                    Object answer =
                            answers.get(row).get(table.outputs().get(output).name());
                    assertThat(written.get(output).replace("\"", ""))
                            .isEqualTo(answer == null ? "" : answer.toString());
                }
            }
        }
    }

    private Object value(RuleTable table, Column input, Random random) {
        List<String> named = rulebook.questions(table).get(table.inputs().indexOf(input)).choices().keySet().stream()
                .toList();
        return switch (input.type()) {
            case "boolean" -> random.nextBoolean();
            case "integer" -> random.nextInt(input.name().equals("level") ? 4 : 8);
            default -> named.get(random.nextInt(named.size()));
        };
    }
}
