package org.shouwen.worksite.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.shouwen.worksite.CompletionDesk;
import org.springframework.stereotype.Component;

@Component
class ReturnDepositListener extends FormListener {

    private final CompletionDesk desk;

    ReturnDepositListener(CompletionDesk desk) {
        super("receipt", "remark");
        this.desk = desk;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        desk.returnDeposit(
                number,
                form.text("receipt", "退款凭证编号", 60),
                form.optionalText("remark", "说明", 500).orElse(null),
                who(),
                when());
    }
}
