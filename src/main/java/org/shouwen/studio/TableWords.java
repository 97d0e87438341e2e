package org.shouwen.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.shouwen.calendar.WorkUnit;
import org.shouwen.rulebook.Codes;
import org.shouwen.rulebook.Rulebook;
import org.shouwen.rulebook.Sheet;
import org.shouwen.workflow.RuleTables.Column;
import org.shouwen.workflow.RuleTables.Row;
import org.shouwen.workflow.RuleTables.RuleTable;
import org.springframework.stereotype.Component;

/** What stands in the cells of a table, as people read it. */
@Component
record TableWords(Rulebook rulebook, Codes codes) {

    private static final String OPEN = "—";
    private static final String NONE = WorkUnit.NONE.name();

    /** @param words what the cell says; — where it is left open */
    record Said(String label, String words) {}

    /** @return one of each input, then of each output; an amount and its unit are one */
    List<Said> of(RuleTable table, Row row) {
        List<Said> said = new ArrayList<>();
        for (int i = 0; i < table.inputs().size(); i++) {
            String words = rulebook.asked(table.inputs().get(i), row.inputs().get(i));
            said.add(said(table.inputs().get(i), words.isEmpty() ? "不限" : words));
        }
        for (int i = 0; i < table.outputs().size(); i++) {
            String words = answer(table, codes, i, row.outputs());
            said.add(new Said(table.outputs().get(i).label(), words));
            i += Sheet.isAmount(table.outputs(), i) ? 1 : 0;
        }
        return said;
    }

    /** @return the same of the outputs alone */
    List<Said> answers(RuleTable table, Row row) {
        List<Said> said = of(table, row);
        return said.subList(table.inputs().size(), said.size());
    }

    /** @return in which case the row holds, in one line; of a table whose rows have names the name */
    String situation(RuleTable table, Row row) {
        int label = table.outputs().stream().map(Column::name).toList().indexOf("label");
        if (label >= 0) {
            return bare(row.outputs().get(label));
        }
        String asked = of(table, row).stream()
                .limit(table.inputs().size())
                .filter(said -> !said.words().equals("不限"))
                .map(said -> said.label() + " " + said.words())
                .collect(Collectors.joining("，"));
        return asked.isEmpty() ? "任何情形" : asked;
    }

    private static Said said(Column column, String words) {
        return new Said(column.label(), words);
    }

    /** @return what an output says, with its unit where the next one is that; — where it says nothing */
    static String answer(RuleTable table, Codes codes, int output, List<String> outputs) {
        Column column = table.outputs().get(output);
        String written = outputs.get(output);
        String words;
        if (Sheet.isAmount(table.outputs(), output)) {
            String unit = bare(outputs.get(output + 1));
            words = unit.equals(NONE) ? "不设时限" : Sheet.amount(written, unit);
        } else if (column.type().equals("boolean") && !written.isEmpty()) {
            words = written.equals("true") ? "是" : "否";
        } else {
            words = codes.word(column.name(), bare(written));
        }
        return words.isEmpty() ? OPEN : words;
    }

    /** @return the text without the quotation marks that it has in a table */
    static String bare(String written) {
        return written.replace("\"", "");
    }
}
