package org.shouwen.rulebook;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shouwen.problem.Refusal;
import org.shouwen.workflow.RuleTables;
import org.shouwen.workflow.RuleTables.Column;
import org.shouwen.workflow.RuleTables.RuleTable;
import org.shouwen.workflow.TableCell;
import org.springframework.stereotype.Component;

/** 规则表: the tables in force, in words. */
@Component
public record Rulebook(RuleTables tables, Codes codes) {

    private static final Map<String, String> FLAG = new LinkedHashMap<>();

    static {
        FLAG.put("true", "是");
        FLAG.put("false", "否");
    }

    /**
     * What can be asked to find a row.
     *
     * @param choices words by value; empty: a whole number
     */
    public record Question(String name, String label, Map<String, String> choices) {}

    /** @return every table in force, by id */
    public List<RuleTable> all() {
        return tables.all();
    }

    /**
     * @param asked values by input; what the table does not ask, or has no such value, is passed over
     * @throws Refusal where there is no such table
     */
    public Sheet sheet(String id, Map<String, String> asked) {
        RuleTable table =
                tables.inForce(id).orElseThrow(() -> Refusal.notFound("rule-table-unknown", "没有编号为“" + id + "”的规则表"));
        Map<String, String> known = new HashMap<>();
        for (Question question : questions(table)) {
            String value = asked.getOrDefault(question.name(), "");
            boolean fits = question.choices().isEmpty()
                    ? value.matches("\\d{1,6}")
                    : question.choices().containsKey(value);
            if (fits) {
                known.put(question.name(), value);
            }
        }
        return Sheet.of(table, codes, known);
    }

    /** @return one a fact, in the order of the question */
    public List<Question> questions(RuleTable table) {
        return table.inputs().stream()
                .map(input -> new Question(input.name(), input.label(), choices(table, input)))
                .toList();
    }

    /** @return what is written in a cell that asks, in words: 除电梯困人外; "" where it asks nothing */
    public String asked(Column input, String written) {
        return Condition.of(input, written).words(codes);
    }

    /** The declared values; of names that people give, those that are there. */
    private Map<String, String> choices(RuleTable table, Column input) {
        if (input.type().equals("boolean")) {
            return FLAG;
        }
        Map<String, String> choices = new LinkedHashMap<>();
        input.codes().forEach(code -> choices.put(code, codes.word(input.name(), code)));
        if (input.type().equals("string") && input.codes().isEmpty()) {
            int column = table.inputs().indexOf(input);
            table.rows().stream()
                    .flatMap(row -> TableCell.of(row.inputs().get(column)).stream())
                    .flatMap(cell -> cell.tests().stream())
                    .flatMap(test -> test.single().stream())
                    .forEach(name -> choices.put(name.toString(), name.toString()));
        }
        return choices;
    }
}
