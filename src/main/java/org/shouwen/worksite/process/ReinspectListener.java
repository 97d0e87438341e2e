package org.shouwen.worksite.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.shouwen.worksite.ViolationDesk;
import org.springframework.stereotype.Component;

@Component
class ReinspectListener extends FormListener {

    private final ViolationDesk desk;

    ReinspectListener(ViolationDesk desk) {
        super("finding", "remark");
        this.desk = desk;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        ViolationProcess.RESULT.set(
                task.getExecution(),
                ViolationProcess.result(desk.reinspect(
                        ViolationProcess.VIOLATION.get(task),
                        form.choice("finding", "复查结果", ViolationDesk.Finding.class),
                        form.text("remark", "现场情况和照片编号", 500),
                        who(),
                        when())));
    }
}
