package org.shouwen.firstresponsibility.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.firstresponsibility.ResponsibilityDesk;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class AcceptListener extends FormListener {

    private final ResponsibilityDesk desk;

    AcceptListener(ResponsibilityDesk desk) {
        super("decision", "reason");
        this.desk = desk;
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
            desk.accept(number, who(), when());
        } else {
            returnedTwice = desk.returnWork(number, form.text("reason", "退回原因", 500), who(), when());
        }
        FirstResponsibilityProcess.ACCEPTED.set(task.getExecution(), accepted);
        FirstResponsibilityProcess.RETURNED_TWICE.set(task.getExecution(), returnedTwice);
    }
}
