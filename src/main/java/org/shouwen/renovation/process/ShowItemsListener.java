package org.shouwen.renovation.process;

import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.VariableMap;
import org.shouwen.workflow.FormChoices;
import org.shouwen.workflow.FormFacts;

/** What can be ticked or chosen. */
abstract class ShowItemsListener implements FormFacts {

    private final String name;
    private final Function<String, FormChoices> choices;

    /**
     * @param name name of the fact that the form reads
     * @param items what there is for the ticket of that number
     */
    <T> ShowItemsListener(
            String name, Function<String, List<T>> items, Function<T, String> label, Function<T, String> code) {
        this.name = name;
        choices = number -> new FormChoices().addAll(items.apply(number), label, code);
    }

    @Override
    public void show(DelegateTask task, VariableMap facts) {
        facts.putValue(
                name, choices.apply(task.getExecution().getProcessBusinessKey()).value());
    }
}
