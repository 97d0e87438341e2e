package org.shouwen.returnvisit.process;

import java.util.List;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code rain-check.bpmn}. */
@Component
class RainCheckProcess extends ProcessContract {

    static final String KEY = "rainCheck";

    /** Which of the ticket's visits it is; set at the start, handed on to {@code returnVisit}. */
    static final Variable<Integer> ROUND = Variable.count("round");

    static final Variable<Boolean> SATISFIED = Variable.flag("satisfied");

    RainCheckProcess() {
        super(KEY, List.of(ROUND, SATISFIED), List.of());
    }
}
