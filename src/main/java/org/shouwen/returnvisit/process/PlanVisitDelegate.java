package org.shouwen.returnvisit.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.returnvisit.ReturnVisitDesk;
import org.shouwen.returnvisit.Visit;
import org.shouwen.returnvisit.Visits;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

/** Asks whether the ticket is visited, unless that was decided before the flow began. */
@Component
record PlanVisitDelegate(ReturnVisitDesk desk, Visits visits, Acting acting) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        Integer round = ReturnVisitProcess.ROUND.get(execution);
        Visit visit = round == null ? desk.plan(number, acting.who(), acting.when()) : visits.get(number, round);
        ReturnVisitProcess.ROUND.set(execution, visit.round());
        ReturnVisitProcess.VISIT_DUE.set(execution, visit.drawn());
        ReturnVisitProcess.TRY_AGAIN.set(execution, false);
        ReturnVisitProcess.REACHED.set(execution, false);
        ReturnVisitProcess.SATISFIED.set(execution, true);
    }
}
