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
    private StepForms forms;

    HandedIn(String... inputs) {
        this.inputs = Set.of(inputs);
    }

    @Autowired
    final void reads(Moments moments, Acting acting, StepForms forms) {
        this.moments = moments;
        this.acting = acting;
        this.forms = forms;
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

    /** @return the fields that may be handed in here; the same wherever the form is, unless the form itself says so */
    protected Set<String> inputs(VariableScope scope) {
        return inputs;
    }

    final Submission handedIn(VariableScope scope) {
        Submission form = Submission.of(scope, inputs(scope), moments.zone());
        forms.hold(scope, form);
        return form;
    }
}
