package org.shouwen.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.incident.IncidentEnd;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

/** Sets the flow of a follower's own kind going, because the incident's end did not solve it. */
@Component
record ProceedDelegate(IncidentEnd incidents, Acting acting) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        incidents.proceed(execution.getProcessBusinessKey(), acting.who(), acting.when());
    }
}
