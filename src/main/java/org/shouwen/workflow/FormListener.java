package org.shouwen.workflow;

import java.time.Instant;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.shouwen.wording.Moments;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Takes what a person handed in with a task's form and calls one use case. A refusal rolls back: the task stays open and
 * the person reads why.
 */
public abstract class FormListener implements TaskListener {

    private final Set<String> inputs;
    private Moments moments;
    private Acting acting;

    /** @param inputs names of the form's fields without {@code input_}; anything else is refused */
    protected FormListener(String... inputs) {
        this.inputs = Set.of(inputs);
    }

    @Autowired
    final void reads(Moments moments, Acting acting) {
        this.moments = moments;
        this.acting = acting;
    }

    /** @return names of the form's fields without {@code input_} */
    public Set<String> inputs() {
        return inputs;
    }

    @Override
    public final void notify(DelegateTask task) {
        submitted(task.getExecution().getProcessBusinessKey(), Submission.of(task, inputs, moments.zone()), task);
    }

    /**
     * @param number the ticket's number
     * @param task for setting declared variables, nothing else
     */
    protected abstract void submitted(String number, Submission form, DelegateTask task);

    /** @return code of the person who handed the form in */
    protected final String who() {
        return acting.who();
    }

    /** @return the moment at which it is recorded */
    protected final Instant when() {
        return acting.when();
    }
}
