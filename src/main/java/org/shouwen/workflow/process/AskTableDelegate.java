package org.shouwen.workflow.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.Blocks;
import org.shouwen.workflow.ColumnWords;
import org.shouwen.workflow.Decisions;
import org.shouwen.workflow.RuleTables;
import org.shouwen.workflow.RuleTables.Column;
import org.shouwen.workflow.RuleTables.RuleTable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks the table in force, which the step's input {@code table} names, what it says of the ticket by the facts that were kept when
 * it was taken in. The answer stands on the timeline in words and may steer the flow; it never touches status, clocks or money.
 * Where nothing was kept, or no row holds, every answer is empty, and a flow takes its default.
 */
@Component
record AskTableDelegate(
        RuleTables tables, Decisions decisions, ObjectProvider<ColumnWords> words, Tickets tickets, Acting acting)
        implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        String id = (String) execution.getVariableLocal("table");
        String number = execution.getProcessBusinessKey();
        RuleTable table = tables.inForce(id).orElseThrow(() -> new IllegalStateException("no table " + id));
        Map<String, Object> row = tickets.decisions(number).stream()
                .filter(decision -> decision.table().equals(id))
                .reduce((before, last) -> last)
                .flatMap(kept -> decisions.row(id, kept.inputs()))
                .orElse(Map.of());
        List<String> said = new ArrayList<>();
        for (Column column : table.outputs()) {
            String answer = Objects.toString(row.get(column.name()), "");
            boolean flag = column.type().equals("boolean");
            if (flag || column.type().equals("string") && !column.codes().isEmpty()) {
                execution.setVariable(Blocks.answer(id, column.name()), answer);
                if (!answer.isEmpty()) {
                    said.add(column.label() + "："
                            + (flag ? Boolean.parseBoolean(answer) ? "是" : "否" : word(column, answer)));
                }
            }
        }
        tickets.note(
                number,
                OwnStepEvent.ASKED,
                "查《" + table.name() + "》：" + (said.isEmpty() ? "登记时的情况没有留下，或表里没有这一行" : String.join("；", said)),
                acting.who(),
                acting.when(),
                "table",
                id);
    }

    private String word(Column column, String code) {
        return words.stream()
                .map(known -> known.word(column.name(), code))
                .findFirst()
                .orElse(code);
    }
}
