package org.shouwen.renovation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.renovation.RegistrationDesk;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

@Component
record IssueCertificateDelegate(RegistrationDesk desk, Acting acting) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        desk.issue(execution.getProcessBusinessKey(), acting.who(), acting.when());
        RenovationProcess.REGISTERED.set(execution, true);
    }
}
