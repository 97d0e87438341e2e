package org.shouwen.workflow;

import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.shouwen.problem.Refusal;

/**
 * Guards a start event. A start without business key comes from the start form and registers a ticket; a start with one
 * comes from us, in the transaction that registered the ticket. Everything else is refused.
 */
public abstract class StartListener extends HandedIn implements ExecutionListener {

    /** @param inputs names of the start form's fields without {@code input_} */
    protected StartListener(String... inputs) {
        super(inputs);
    }

    @Override
    public final void notify(DelegateExecution execution) {
        if (execution.getProcessBusinessKey() == null) {
            Submission form = handedIn(execution);
            execution.setProcessBusinessKey(register(form));
        } else {
            Set<String> handedIn = new TreeSet<>(execution.getVariableNames());
            handedIn.remove(Submission.MARK);
            if (!handedIn.isEmpty()) {
                throw Submission.undeclared(handedIn);
            }
        }
        started(execution.getProcessBusinessKey(), execution);
    }

    /** @return number of the ticket registered from the form */
    protected abstract String register(Submission form);

    /**
     * Sets the declared variables.
     *
     * @throws Refusal where the number is not that of a ticket registered in this very transaction
     */
    protected abstract void started(String number, DelegateExecution execution);
}
