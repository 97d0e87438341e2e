package org.shouwen.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.incident.IncidentEnd;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.InWords;
import org.springframework.stereotype.Component;

/** The next of those who reported the incident are asked whether it is solved. */
@InWords(flow = "incidentAnswer")
@Component
record AskReportersDelegate(IncidentEnd incidents, Acting acting) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        IncidentClosingProcess.MORE.set(
                execution, incidents.askNext(execution.getProcessBusinessKey(), acting.who(), acting.when()));
    }
}
