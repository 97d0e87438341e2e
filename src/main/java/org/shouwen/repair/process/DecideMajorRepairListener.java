package org.shouwen.repair.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.repair.MajorRepairDesk;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class DecideMajorRepairListener extends FormListener {

    private final MajorRepairDesk desk;

    DecideMajorRepairListener(MajorRepairDesk desk) {
        super("decision", "reason");
        this.desk = desk;
    }

    private enum Decision {
        APPROVED,
        RETURNED
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        boolean approved = form.choice("decision", "是否批准", Decision.class) == Decision.APPROVED;
        desk.decide(number, approved, approved ? null : form.text("reason", "退回的原因", 500), who(), when());
        MajorRepairProcess.APPROVED.set(task.getExecution(), approved);
    }
}
