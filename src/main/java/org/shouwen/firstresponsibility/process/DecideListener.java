package org.shouwen.firstresponsibility.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.firstresponsibility.ResponsibilityDesk;
import org.shouwen.roster.Roster;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class DecideListener extends FormListener {

    private final ResponsibilityDesk desk;
    private final Roster roster;

    DecideListener(ResponsibilityDesk desk, Roster roster) {
        super("handler", "reason");
        this.desk = desk;
        this.roster = roster;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        desk.settle(
                number,
                roster.spelled(form.text("handler", "指定经办人", 40)),
                form.text("reason", "裁定理由", 500),
                who(),
                when());
    }
}
