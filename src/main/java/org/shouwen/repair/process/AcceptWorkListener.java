package org.shouwen.repair.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.repair.OnSiteDesk;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class AcceptWorkListener extends FormListener {

    private final OnSiteDesk desk;

    AcceptWorkListener(OnSiteDesk desk) {
        super("result", "remark");
        this.desk = desk;
    }

    private enum Result {
        ACCEPTED,
        REWORK
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        boolean accepted = form.choice("result", "验收结果", Result.class) == Result.ACCEPTED;
        if (accepted) {
            String remark = form.optionalText("remark", "说明", 500).orElse(null);
            desk.acceptWork(number, remark, who(), when());
        } else {
            desk.refuseWork(number, form.text("remark", "不合格的原因", 500), who(), when());
        }
        AcceptanceProcess.WORK_ACCEPTED.set(task.getExecution(), accepted);
    }
}
