package org.shouwen.repair.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.repair.OnSiteDesk;
import org.shouwen.repair.Quote;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class ConfirmQuoteListener extends FormListener {

    private final OnSiteDesk desk;

    ConfirmQuoteListener(OnSiteDesk desk) {
        super("answer", "remark");
        this.desk = desk;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        Quote.Answer answer = form.choice("answer", "业主的答复", Quote.Answer.class);
        String remark = answer == Quote.Answer.AGREED ? null : form.text("remark", "要改什么，或不修的原因", 500);
        desk.answerQuote(number, answer, remark, who(), when());
        PriceConsentProcess.ANSWER.set(task.getExecution(), answer.name());
    }
}
