package org.shouwen.enquiry.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.enquiry.EnquiryDesk;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class AnswerEnquiryListener extends FormListener {

    private final EnquiryDesk desk;
    private final Acting acting;

    AnswerEnquiryListener(EnquiryDesk desk, Acting acting) {
        super("answer");
        this.desk = desk;
        this.acting = acting;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        desk.answer(number, form.text("answer", "答复的内容", 1000), acting.who(), acting.when());
        EnquiryProcess.ANSWERED.set(task.getExecution(), true);
    }
}
