package org.shouwen.worksite.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.shouwen.worksite.CompletionDesk;
import org.springframework.stereotype.Component;

@Component
class ReturnDepositListener extends FormListener {

    private final CompletionDesk desk;
    private final Acting acting;

    ReturnDepositListener(CompletionDesk desk, Acting acting) {
        super("receipt", "remark");
        this.desk = desk;
        this.acting = acting;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        desk.returnDeposit(
                number,
                form.text("receipt", "退款凭证编号", 60),
                form.optionalText("remark", "说明", 500).orElse(null),
                acting.who(),
                acting.when());
    }
}
