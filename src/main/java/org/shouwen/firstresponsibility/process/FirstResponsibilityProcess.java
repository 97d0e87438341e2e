package org.shouwen.firstresponsibility.process;

import java.util.List;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code first-responsibility.bpmn}. */
@Component
class FirstResponsibilityProcess extends ProcessContract {

    static final String KEY = "firstResponsibility";

    /** Whether the person on call is told at once; handed in by the caller. */
    static final Variable<Boolean> URGENT = Variable.flag("urgent").usually(false);

    static final Variable<Boolean> GRABBED = Variable.flag("grabbed").usually(false);
    static final Variable<Boolean> ACCEPTED = Variable.flag("accepted").usually(true);
    static final Variable<Boolean> RETURNED_TWICE =
            Variable.flag("returnedTwice").usually(false);

    /** A superior named who does it. */
    static final String SETTLED = "firstresponsibility.settled";

    FirstResponsibilityProcess() {
        super(KEY, List.of(URGENT, GRABBED, ACCEPTED, RETURNED_TWICE), List.of(SETTLED));
    }
}
