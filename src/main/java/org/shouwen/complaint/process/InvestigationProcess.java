package org.shouwen.complaint.process;

import java.util.List;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code investigation.bpmn}. */
@Component
class InvestigationProcess extends ProcessContract {

    static final String KEY = "investigation";

    /** Whether the resident objects to the answer. */
    static final Variable<Boolean> DISPUTED = Variable.flag("disputed");

    /** Whether the answer is a letter that has to reach the resident on paper. */
    static final Variable<Boolean> BY_HAND = Variable.flag("byHand");

    /** Whether mediation came to an agreement. */
    static final Variable<Boolean> SETTLED = Variable.flag("settled");

    InvestigationProcess() {
        super(KEY, List.of(DISPUTED, BY_HAND, SETTLED), List.of());
    }
}
