package org.shouwen.renovation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.renovation.SupplementDesk;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class AcceptPapersListener extends FormListener {

    private final SupplementDesk desk;

    AcceptPapersListener(SupplementDesk desk) {
        super("papers", "why");
        this.desk = desk;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        boolean complete = desk.accept(
                number,
                form.codes("papers", "合格的材料"),
                form.optionalText("why", "不合要求的原因", 500).orElse(null),
                who(),
                when());
        RenovationApprovalProcess.COMPLETE.set(task.getExecution(), complete);
    }
}
