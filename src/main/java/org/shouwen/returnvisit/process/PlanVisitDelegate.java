package org.shouwen.returnvisit.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.returnvisit.ReturnVisitDesk;
import org.shouwen.returnvisit.Visit;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

/** Asks whether the ticket is visited, unless that was decided before the flow began. */
@Component
class PlanVisitDelegate implements JavaDelegate {

    private final ReturnVisitDesk desk;
    private final Acting acting;

    PlanVisitDelegate(ReturnVisitDesk desk, Acting acting) {
        this.desk = desk;
        this.acting = acting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean due = true;
        if (ReturnVisitProcess.ROUND.get(execution) == null) {
            Visit visit = desk.plan(execution.getProcessBusinessKey(), acting.who(), acting.when());
            ReturnVisitProcess.ROUND.set(execution, visit.round());
            due = visit.drawn();
        }
        ReturnVisitProcess.VISIT_DUE.set(execution, due);
        ReturnVisitProcess.TRY_AGAIN.set(execution, false);
        ReturnVisitProcess.REACHED.set(execution, false);
        ReturnVisitProcess.SATISFIED.set(execution, true);
    }
}
