package org.shouwen.workflow;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.shouwen.problem.Refusal;
import org.shouwen.wording.Moments;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Guards a start event. A start without business key comes from the start form and registers a ticket; a start with one
 * comes from us, in the transaction that registered the ticket. Everything else is refused.
 */
public abstract class StartListener implements ExecutionListener {

    private final Set<String> inputs;
    private Moments moments;
    private Acting acting;

    /** @param inputs names of the start form's fields without {@code input_} */
    protected StartListener(String... inputs) {
        this.inputs = Set.of(inputs);
    }

    @Autowired
    final void reads(Moments moments, Acting acting) {
        this.moments = moments;
        this.acting = acting;
    }

    /** @return names of the start form's fields without {@code input_} */
    public Set<String> inputs() {
        return inputs;
    }

    @Override
    public final void notify(DelegateExecution execution) {
        if (execution.getProcessBusinessKey() == null) {
            Submission form = Submission.of(execution, inputs, moments.zone());
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

    /** @return code of the person who handed the form in */
    protected final String who() {
        return acting.who();
    }

    /** @return the moment at which it is recorded */
    protected final Instant when() {
        return acting.when();
    }
}
