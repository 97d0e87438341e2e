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
        super("outcome", "parties", "result");
        this.desk = desk;
    }

    private enum Outcome {
        SETTLED,
        NOT_SETTLED
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        // Forms of cases that began before the question was asked have no such field, and go on to another answer
        boolean settled =
                form.optionalChoice("outcome", "是否达成一致", Outcome.class).orElse(Outcome.SETTLED) == Outcome.SETTLED;
        desk.mediate(
                number,
                new Mediation(
                        when(),
                        who(),
                        form.optionalText("parties", "参加调解的单位", 200).orElse(null),
                        settled,
                        form.text("result", "调解结果", 1000)));
        InvestigationProcess.SETTLED.set(task.getExecution(), settled);
    }
}
