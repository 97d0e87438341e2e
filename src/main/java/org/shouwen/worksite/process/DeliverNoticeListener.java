package org.shouwen.worksite.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.shouwen.worksite.Rectification;
import org.shouwen.worksite.ViolationDesk;
import org.springframework.stereotype.Component;

@Component
class DeliverNoticeListener extends FormListener {

    private final ViolationDesk desk;

    DeliverNoticeListener(ViolationDesk desk) {
        super("receiver", "proof", "reference");
        this.desk = desk;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        desk.deliver(
                ViolationProcess.VIOLATION.get(task),
                new Rectification.Delivery(
                        form.choice("receiver", "谁收的", Rectification.Receiver.class),
                        form.choice("proof", "怎么送达的", Rectification.Proof.class),
                        form.optionalText("reference", "凭据", 200).orElse(null),
                        when(),
                        who()));
    }
}
