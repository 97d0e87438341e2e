package org.shouwen.workflow.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.workflow.Blocks;
import org.shouwen.workflow.InWords;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

@Component
class EngineBlocks implements Blocks {

    private final DeclaredProgram program;
    private final ShippedModels shipped;

    EngineBlocks(ApplicationContext beans) {
        this.program = new DeclaredProgram(beans);
        this.shipped = new ShippedModels(program);
    }

    @Override
    public List<Choice> people() {
        return BuildingBlocks.people().entrySet().stream()
                .map(who -> new Choice(who.getKey(), said(who.getValue())))
                .toList();
    }

    @Override
    public List<Choice> waitingTimes() {
        return program.waitingTimes().stream()
                .map(name -> new Choice(name, name))
                .toList();
    }

    @Override
    public List<Choice> audiences(String process) {
        return delegates(process).stream()
                .filter(ShippedModels::isNotice)
                .map(delegate -> new Choice(ShippedModels.audience(delegate), said(delegate)))
                // A second person is asked for what the program waits for
                .filter(told -> delegates(process).contains(BuildingBlocks.notifies(told.value())))
                .toList();
    }

    @Override
    public boolean canSay(String process, String wording) {
        return program.wording(wording).stream()
                .anyMatch(need -> shipped.unknownFacts(process, need).isEmpty());
    }

    @Override
    public List<Choice> tables(String process) {
        return shipped.asked(process).stream()
                .map(table -> new Choice(table.id(), table.name()))
                .toList();
    }

    @Override
    public Map<String, List<Answer>> answers(String process) {
        return shipped.asked(process).stream().collect(Collectors.toMap(TableModel::id, this::answers));
    }

    private List<Answer> answers(TableModel table) {
        return AskedTables.answers(table).stream()
                .map(answer -> new Answer(
                        table.name() + "：" + answer.label(),
                        answer.codes().stream()
                                .map(code -> new Choice(
                                        "${" + answer.name() + " == '" + code + "'}",
                                        answer.isFlag()
                                                ? code.equals("true") ? "是" : "否"
                                                : program.word(answer.column(), code)))
                                .toList()))
                .toList();
    }

    @Override
    public boolean supervises(String process) {
        return delegates(process).contains(BuildingBlocks.SUPERVISES);
    }

    private Set<String> delegates(String process) {
        return shipped.usable(process, used -> used.nodes().values().stream()
                        .filter(Flow.Node::isDelegated)
                        .map(node -> Map.entry(node, node.delegate())))
                .keySet();
    }

    private String said(String use) {
        return program.said(use).map(InWords::value).orElse(use);
    }
}
