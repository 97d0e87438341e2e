package org.shouwen.renovation.process;

import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.shouwen.workflow.FormChoices;

/** Puts what can be ticked or chosen on a new task; it ends with the task. */
abstract class ShowItemsListener implements TaskListener {

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
    public void notify(DelegateTask task) {
        task.setVariableLocal(
                name, choices.apply(task.getExecution().getProcessBusinessKey()).value());
    }
}
