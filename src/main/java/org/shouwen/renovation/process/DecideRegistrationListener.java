package org.shouwen.renovation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.renovation.ApprovalDesk;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class DecideRegistrationListener extends FormListener {

    private final ApprovalDesk desk;

    DecideRegistrationListener(ApprovalDesk desk) {
        super("decision", "reason", "again", "item");
        this.desk = desk;
    }

    private enum Decision {
        APPROVED,
        REFUSED,
        SUPPLEMENT
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        Decision decision = form.choice("decision", "决定", Decision.class);
        switch (decision) {
            case APPROVED -> desk.approve(number, form.text("reason", "理由", 500), who(), when());
            case REFUSED -> desk.refuse(number, form.text("reason", "理由", 500), who(), when());
            case SUPPLEMENT ->
                desk.ask(
                        number,
                        form.optionalText("again", "须重新提交的一项", 40).orElse(null),
                        form.optionalText("item", "另要的材料", 200).orElse(null),
                        form.optionalText("reason", "理由", 500).orElse(null),
                        who(),
                        when());
        }
        RenovationApprovalProcess.OUTCOME.set(task.getExecution(), decision.name());
        RenovationApprovalProcess.APPROVED.set(task.getExecution(), decision == Decision.APPROVED);
    }
}
