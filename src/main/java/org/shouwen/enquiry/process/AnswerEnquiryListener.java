package org.shouwen.enquiry.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.enquiry.EnquiryDesk;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class AnswerEnquiryListener extends FormListener {

    private final EnquiryDesk desk;

    AnswerEnquiryListener(EnquiryDesk desk) {
        super("answer");
        this.desk = desk;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        desk.answer(number, form.text("answer", "答复的内容", 1000), who(), when());
        EnquiryProcess.ANSWERED.set(task.getExecution(), true);
    }
}
