package org.shouwen.workflow;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * What a step's form says beside its questions. The diagram names it at the step, as a listener of its beginning; it is worked
 * out whenever somebody opens the form, so that it is never stale and leaves no rows. Every role with a grant may read it, so
 * no names and no phones.
 */
public interface FormFacts extends TaskListener {

    /** @param facts by the names that the form reads, {@code show_…}; it adds its own */
    void show(DelegateTask task, VariableMap facts);

    /** Nothing is kept when the step begins. */
    @Override
    default void notify(DelegateTask task) {}
}
