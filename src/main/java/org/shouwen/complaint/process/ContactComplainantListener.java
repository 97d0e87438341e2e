package org.shouwen.complaint.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.complaint.HandlingDesk;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class ContactComplainantListener extends FormListener {

    private final HandlingDesk desk;

    ContactComplainantListener(HandlingDesk desk) {
        super("words", "wish");
        this.desk = desk;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        desk.contact(
                number,
                form.text("words", "与业主沟通的情况", 1000),
                form.optionalText("wish", "业主的诉求", 500).orElse(null),
                who(),
                when());
    }
}
