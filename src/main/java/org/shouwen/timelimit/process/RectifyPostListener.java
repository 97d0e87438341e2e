package org.shouwen.timelimit.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.timelimit.PostRectification;
import org.shouwen.timelimit.PostRectificationDesk;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class RectifyPostListener extends FormListener {

    private final PostRectificationDesk desk;

    RectifyPostListener(PostRectificationDesk desk) {
        super("cause", "measures");
        this.desk = desk;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        desk.rectify(
                PostRectificationProcess.RECTIFICATION.get(task),
                new PostRectification.Outcome(
                        when(), who(), form.text("cause", "超时的原因", 1000), form.text("measures", "整改措施", 1000)));
    }
}
