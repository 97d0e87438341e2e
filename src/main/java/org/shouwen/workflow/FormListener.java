package org.shouwen.workflow;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * Takes what a person handed in with a task's form and calls one use case. A refusal rolls back: the task stays open and
 * the person reads why.
 */
public abstract class FormListener extends HandedIn implements TaskListener {

    /** @param inputs names of the form's fields without {@code input_}; anything else is refused */
    protected FormListener(String... inputs) {
        super(inputs);
    }

    @Override
    public final void notify(DelegateTask task) {
        submitted(task.getExecution().getProcessBusinessKey(), handedIn(task), task);
    }

    /**
     * @param number the ticket's number
     * @param task for setting declared variables, nothing else
     */
    protected abstract void submitted(String number, Submission form, DelegateTask task);
}
