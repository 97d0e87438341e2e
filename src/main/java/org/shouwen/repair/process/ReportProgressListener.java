package org.shouwen.repair.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.repair.MajorRepairDesk;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class ReportProgressListener extends FormListener {

    private final MajorRepairDesk desk;

    ReportProgressListener(MajorRepairDesk desk) {
        super("progress");
        this.desk = desk;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        desk.report(number, form.text("progress", "进展", 1000), who(), when());
    }
}
