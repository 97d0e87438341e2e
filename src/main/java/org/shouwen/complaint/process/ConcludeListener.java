package org.shouwen.complaint.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.complaint.Complaint;
import org.shouwen.complaint.HandlingDesk;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class ConcludeListener extends FormListener {

    private final HandlingDesk desk;

    ConcludeListener(HandlingDesk desk) {
        super("verdict", "reason");
        this.desk = desk;
    }

    private enum Judgement {
        VALID,
        INVALID
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        boolean valid = form.choice("verdict", "定性", Judgement.class) == Judgement.VALID;
        desk.conclude(number, new Complaint.Verdict(valid, form.text("reason", "定性的理由", 1000), who(), when()));
    }
}
