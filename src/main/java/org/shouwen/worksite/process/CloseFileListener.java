package org.shouwen.worksite.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.shouwen.worksite.FilingDesk;
import org.springframework.stereotype.Component;

@Component
class CloseFileListener extends FormListener {

    private final FilingDesk desk;
    private final Acting acting;

    CloseFileListener(FilingDesk desk, Acting acting) {
        super("shelf");
        this.desk = desk;
        this.acting = acting;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        desk.close(number, form.optionalText("shelf", "档案号", 60).orElse(null), acting.who(), acting.when());
    }
}
