package org.shouwen.returnvisit.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.returnvisit.ReturnVisitDesk;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

/** Plans the visit of one of many who reported the same, for {@code returnVisit} to make. */
@Component
record PlanReporterVisitDelegate(ReturnVisitDesk desk, Acting acting) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        ReturnVisitProcess.ROUND.set(
                execution,
                desk.planForReporter(execution.getProcessBusinessKey(), acting.who(), acting.when())
                        .round());
    }
}
