package org.shouwen.renovation.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.shouwen.workflow.FormChoices;

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
        FormChoices choices = new FormChoices();
        options(task.getExecution().getProcessBusinessKey())
                .forEach(option -> choices.add(option.label(), option.value()));
        task.setVariableLocal(name, choices.value());
    }
}
