package org.shouwen.enquiry.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.enquiry.EnquiryDesk;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class DecideSuggestionListener extends FormListener {

    private final EnquiryDesk desk;

    DecideSuggestionListener(EnquiryDesk desk) {
        super("decision", "reason");
        this.desk = desk;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        desk.decide(
                number,
                form.choice("decision", "是否采纳", EnquiryDesk.Decision.class),
                form.text("reason", "理由或打算怎么做", 500),
                who(),
                when());
    }
}
