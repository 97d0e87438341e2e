package org.shouwen.workflow;

import java.time.Instant;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.shouwen.wording.Moments;
import org.springframework.beans.factory.annotation.Autowired;

/** What takes something that a person hands in with a form: which fields it knows, who hands them in, and when. */
abstract class HandedIn {

    private final Set<String> inputs;
    private Moments moments;
    private Acting acting;

    HandedIn(String... inputs) {
        this.inputs = Set.of(inputs);
    }

    @Autowired
    final void reads(Moments moments, Acting acting) {
        this.moments = moments;
        this.acting = acting;
    }

    /** @return names of the form's fields without {@code input_} */
    public final Set<String> inputs() {
        return inputs;
    }

    /** @return code of the person who handed the form in */
    protected final String who() {
        return acting.who();
    }

    /** @return the moment at which it is recorded */
    protected final Instant when() {
        return acting.when();
    }

    final Submission handedIn(VariableScope scope) {
        return Submission.of(scope, inputs, moments.zone());
    }
}
