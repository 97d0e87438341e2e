package org.shouwen.complaint.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.complaint.MeasureDesk;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class CarryOutListener extends FormListener {

    private final MeasureDesk desk;

    CarryOutListener(MeasureDesk desk) {
        super("result");
        this.desk = desk;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        desk.carryOut(MeasureProcess.MEASURE.get(task), form.text("result", "落实情况", 1000), who(), when());
    }
}
