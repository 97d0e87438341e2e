package org.shouwen.renovation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.renovation.SupplementDesk;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class CheckPapersListener extends FormListener {

    private final SupplementDesk desk;

    CheckPapersListener(SupplementDesk desk) {
        super("papers", "identity");
        this.desk = desk;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        boolean complete = desk.check(
                number,
                form.codes("papers", "已交的材料"),
                form.optionalText("identity", "证件号码后四位", 4).orElse(null),
                who(),
                when());
        RenovationApprovalProcess.COMPLETE.set(task.getExecution(), complete);
    }
}
