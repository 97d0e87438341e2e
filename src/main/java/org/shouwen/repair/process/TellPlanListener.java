package org.shouwen.repair.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.repair.OnSiteDesk;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class TellPlanListener extends FormListener {

    private final OnSiteDesk desk;

    TellPlanListener(OnSiteDesk desk) {
        super("plan", "expected");
        this.desk = desk;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        desk.tellPlan(
                number,
                form.text("plan", "维修方案", 1000),
                form.moment("expected", "预计修好").orElse(null),
                who(),
                when());
    }
}
