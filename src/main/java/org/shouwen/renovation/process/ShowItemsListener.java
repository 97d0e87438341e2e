package org.shouwen.renovation.process;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.plugin.variable.SpinValues;

/** Puts what can be ticked or chosen on a new task; it ends with the task. */
abstract class ShowItemsListener implements TaskListener {

    private final String name;

    /** @param name name of the fact that the form reads */
    ShowItemsListener(String name) {
        this.name = name;
    }

    /** Something to tick. */
    record Option(String label, String value) {}

    abstract List<Option> options(String number);

    @Override
    public void notify(DelegateTask task) {
        ArrayNode options = JsonNodeFactory.instance.arrayNode();
        options(task.getExecution().getProcessBusinessKey())
                .forEach(option ->
                        options.addObject().put("label", option.label()).put("value", option.value()));
        task.setVariableLocal(name, SpinValues.jsonValue(options.toString()).create());
    }
}
