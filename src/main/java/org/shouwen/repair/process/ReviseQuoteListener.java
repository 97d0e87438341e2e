package org.shouwen.repair.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.repair.OnSiteDesk;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class ReviseQuoteListener extends FormListener {

    private static final int MOST_YUAN = 100_000;

    private final OnSiteDesk desk;

    ReviseQuoteListener(OnSiteDesk desk) {
        super("amount", "work");
        this.desk = desk;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        desk.quote(number, form.yuan("amount", "新的报价", MOST_YUAN), form.text("work", "报价包括的维修内容", 500), who(), when());
    }
}
