package org.shouwen.enquiry.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.enquiry.EnquiryDesk;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class DecideSuggestionListener extends FormListener {

    private final EnquiryDesk desk;
    private final Acting acting;

    DecideSuggestionListener(EnquiryDesk desk, Acting acting) {
        super("decision", "reason");
        this.desk = desk;
        this.acting = acting;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        desk.decide(
                number,
                form.choice("decision", "是否采纳", EnquiryDesk.Decision.class),
                form.text("reason", "理由或打算怎么做", 500),
                acting.who(),
                acting.when());
    }
}
