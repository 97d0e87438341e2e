package org.shouwen.renovation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.renovation.SupplementDesk;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class AcceptPapersListener extends FormListener {

    private final SupplementDesk desk;
    private final Acting acting;

    AcceptPapersListener(SupplementDesk desk, Acting acting) {
        super("papers");
        this.desk = desk;
        this.acting = acting;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        boolean complete = desk.accept(number, form.codes("papers", "合格的材料"), acting.who(), acting.when());
        RenovationApprovalProcess.COMPLETE.set(task.getExecution(), complete);
    }
}
