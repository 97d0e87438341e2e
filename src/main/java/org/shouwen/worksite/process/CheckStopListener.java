package org.shouwen.worksite.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.shouwen.worksite.StopDesk;
import org.springframework.stereotype.Component;

@Component
class CheckStopListener extends FormListener {

    private final StopDesk desk;

    CheckStopListener(StopDesk desk) {
        super("finding", "remark", "photo");
        this.desk = desk;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        StopDesk.Finding finding = form.choice("finding", "现场情况", StopDesk.Finding.class);
        desk.checked(
                number,
                finding,
                form.text("remark", "看到的情况", 500),
                form.optionalText("photo", "照片编号", 200).orElse(null),
                who(),
                when());
        CertificateRevocationProcess.STOPPED.set(task.getExecution(), finding == StopDesk.Finding.STOPPED);
    }
}
