package org.shouwen.complaint.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.complaint.HandlingDesk;
import org.shouwen.complaint.Mediation;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class MediateListener extends FormListener {

    private final HandlingDesk desk;

    MediateListener(HandlingDesk desk) {
        super("parties", "result");
        this.desk = desk;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        desk.mediate(
                number,
                new Mediation(
                        when(),
                        who(),
                        form.optionalText("parties", "参加调解的单位", 200).orElse(null),
                        form.text("result", "调解结果", 1000)));
    }
}
