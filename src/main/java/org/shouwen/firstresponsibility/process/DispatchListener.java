package org.shouwen.firstresponsibility.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.firstresponsibility.ResponsibilityDesk;
import org.shouwen.roster.Roster;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class DispatchListener extends FormListener {

    private final ResponsibilityDesk desk;
    private final Roster roster;

    DispatchListener(ResponsibilityDesk desk, Roster roster) {
        super("handler");
        this.desk = desk;
        this.roster = roster;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        String chosen = form.text("handler", "经办人", 40);
        String handler = ShowPeopleListener.MYSELF.equals(chosen) ? who() : roster.spelled(chosen);
        FirstResponsibilityProcess.GRABBED.set(task.getExecution(), desk.dispatch(number, handler, who(), when()));
    }
}
