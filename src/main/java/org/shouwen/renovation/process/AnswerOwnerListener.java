package org.shouwen.renovation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.renovation.RenovationDesk;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class AnswerOwnerListener extends FormListener {

    private final RenovationDesk desk;

    AnswerOwnerListener(RenovationDesk desk) {
        super("answer");
        this.desk = desk;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        desk.answer(number, form.text("answer", "答复的内容", 1000), who(), when());
    }
}
