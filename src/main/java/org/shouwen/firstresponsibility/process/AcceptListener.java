package org.shouwen.firstresponsibility.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.firstresponsibility.ResponsibilityDesk;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class AcceptListener extends FormListener {

    private final ResponsibilityDesk desk;
    private final Acting acting;

    AcceptListener(ResponsibilityDesk desk, Acting acting) {
        super("decision", "reason");
        this.desk = desk;
        this.acting = acting;
    }

    private enum Answer {
        ACCEPT,
        RETURN
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        boolean accepted = form.choice("decision", "是否接单", Answer.class) == Answer.ACCEPT;
        boolean returnedTwice = false;
        if (accepted) {
            desk.accept(number, acting.who(), acting.when());
        } else {
            returnedTwice = desk.returnWork(number, form.text("reason", "退回原因", 500), acting.who(), acting.when());
        }
        FirstResponsibilityProcess.ACCEPTED.set(task.getExecution(), accepted);
        FirstResponsibilityProcess.RETURNED_TWICE.set(task.getExecution(), returnedTwice);
    }
}
