package org.shouwen.repair.process;

import java.util.List;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code on-site-survey.bpmn}. */
@Component
class OnSiteSurveyProcess extends ProcessContract {

    static final String KEY = "onSiteSurvey";

    /** Whether somebody outside the house repairs; handed in by the caller. */
    static final Variable<Boolean> EXTERNAL = Variable.flag("external").usually(false);

    /** What the technician found: REPAIR, QUOTE, WAIT, EXTERNAL or MISSED. */
    static final Variable<String> OUTCOME = Variable.code("outcome").usually("REPAIR");

    /** Whether what has to be agreed to before the work (QUOTE) is a manager's to approve; handed on to {@code priceConsent}. */
    static final Variable<Boolean> MAJOR = Variable.flag("major").usually(false);

    /** Whether the next visit is agreed already; handed on to {@code missedVisit}. */
    static final Variable<Boolean> SLOT_AGREED = Variable.flag("slotAgreed").usually(false);

    static final String RESCHEDULED = "repair.rescheduled";

    OnSiteSurveyProcess() {
        super(KEY, List.of(EXTERNAL, OUTCOME, MAJOR, SLOT_AGREED, RepairProcess.DONE_BY_OTHERS), List.of(RESCHEDULED));
    }
}
