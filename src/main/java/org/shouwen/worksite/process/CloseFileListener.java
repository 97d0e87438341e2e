package org.shouwen.worksite.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.shouwen.worksite.FilingDesk;
import org.springframework.stereotype.Component;

@Component
class CloseFileListener extends FormListener {

    private final FilingDesk desk;

    CloseFileListener(FilingDesk desk) {
        super("shelf");
        this.desk = desk;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        desk.close(number, form.optionalText("shelf", "档案号", 60).orElse(null), who(), when());
    }
}
