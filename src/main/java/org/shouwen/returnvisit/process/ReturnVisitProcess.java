package org.shouwen.returnvisit.process;

import java.util.List;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code return-visit.bpmn}. */
@Component
class ReturnVisitProcess extends ProcessContract {

    static final String KEY = "returnVisit";

    /** Which of the ticket's visits it is; handed in where it was planned before, else planned in the first step. */
    static final Variable<Integer> ROUND = Variable.count("round");

    static final Variable<Boolean> VISIT_DUE = Variable.flag("visitDue").usually(true);
    static final Variable<Boolean> TRY_AGAIN = Variable.flag("tryAgain").usually(false);
    static final Variable<Boolean> REACHED = Variable.flag("reached").usually(false);

    /** False only where the resident's answer opens the matter again; handed back. */
    static final Variable<Boolean> SATISFIED = Variable.flag("satisfied").usually(true);

    static final String ANSWERED = "returnvisit.answered";

    ReturnVisitProcess() {
        super(KEY, List.of(ROUND, VISIT_DUE, TRY_AGAIN, REACHED, SATISFIED), List.of(ANSWERED));
    }
}
