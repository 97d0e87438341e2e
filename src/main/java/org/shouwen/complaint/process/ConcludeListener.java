package org.shouwen.complaint.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.complaint.Complaint;
import org.shouwen.complaint.HandlingDesk;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class ConcludeListener extends FormListener {

    private final HandlingDesk desk;
    private final Acting acting;

    ConcludeListener(HandlingDesk desk, Acting acting) {
        super("verdict", "reason");
        this.desk = desk;
        this.acting = acting;
    }

    private enum Judgement {
        VALID,
        INVALID
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        boolean valid = form.choice("verdict", "定性", Judgement.class) == Judgement.VALID;
        desk.conclude(
                number, new Complaint.Verdict(valid, form.text("reason", "定性的理由", 1000), acting.who(), acting.when()));
    }
}
