package org.shouwen.renovation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.renovation.SupplementDesk;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class CheckPapersListener extends FormListener {

    private final SupplementDesk desk;
    private final Acting acting;

    CheckPapersListener(SupplementDesk desk, Acting acting) {
        super("papers", "identity");
        this.desk = desk;
        this.acting = acting;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        boolean complete = desk.check(
                number,
                form.codes("papers", "已交的材料"),
                form.optionalText("identity", "证件号码后四位", 4).orElse(null),
                acting.who(),
                acting.when());
        RenovationApprovalProcess.COMPLETE.set(task.getExecution(), complete);
    }
}
