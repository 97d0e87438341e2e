package org.shouwen.complaint.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.complaint.HandlingDesk;
import org.shouwen.complaint.Investigation;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class InvestigateListener extends FormListener {

    private final HandlingDesk desk;

    InvestigateListener(HandlingDesk desk) {
        super("findings", "plan", "second");
        this.desk = desk;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        desk.investigate(
                number,
                new Investigation(
                        when(),
                        who(),
                        form.optionalText("second", "共同调查的人", 40).orElse(null),
                        form.text("findings", "查明的情况", 2000),
                        form.text("plan", "处理方案", 1000)));
    }
}
