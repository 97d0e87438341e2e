package org.shouwen.complaint.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.complaint.Answer;
import org.shouwen.complaint.HandlingDesk;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class DeliverAnswerListener extends FormListener {

    private final HandlingDesk desk;

    DeliverAnswerListener(HandlingDesk desk) {
        super("how", "receipt");
        this.desk = desk;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        desk.deliver(
                number,
                form.choice("how", "怎样送达", Answer.Delivery.class),
                form.optionalText("receipt", "签收情况或邮件编号", 200).orElse(null),
                who(),
                when());
    }
}
