package org.shouwen.repair.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.repair.RepairDesk;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class InspectOnSiteListener extends FormListener {

    private final RepairDesk desk;
    private final Acting acting;

    InspectOnSiteListener(RepairDesk desk, Acting acting) {
        super("findings");
        this.desk = desk;
        this.acting = acting;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        desk.inspect(number, form.text("findings", "现场情况", 1000), acting.who(), acting.when());
    }
}
