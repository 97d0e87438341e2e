package org.shouwen.firstresponsibility.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.firstresponsibility.ResponsibilityDesk;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class DispatchListener extends FormListener {

    private final ResponsibilityDesk desk;
    private final Acting acting;

    DispatchListener(ResponsibilityDesk desk, Acting acting) {
        super("handler");
        this.desk = desk;
        this.acting = acting;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        String chosen = form.text("handler", "经办人", 40);
        String handler = ShowPeopleListener.MYSELF.equals(chosen) ? acting.who() : chosen;
        FirstResponsibilityProcess.GRABBED.set(
                task.getExecution(), desk.dispatch(number, handler, acting.who(), acting.when()));
    }
}
