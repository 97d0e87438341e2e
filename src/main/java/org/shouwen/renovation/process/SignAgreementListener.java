package org.shouwen.renovation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.renovation.Agreement;
import org.shouwen.renovation.CautionReceipt;
import org.shouwen.renovation.RegistrationDesk;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class SignAgreementListener extends FormListener {

    private static final int MOST_YUAN = 1_000_000;

    private final RegistrationDesk desk;

    SignAgreementListener(RegistrationDesk desk) {
        super("done", "received", "waste", "facade", "fee", "breach", "other", "deposit");
        this.desk = desk;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        desk.sign(
                number,
                new Agreement(
                        when(),
                        who(),
                        form.text("waste", "垃圾清运", 500),
                        form.text("facade", "外立面和防盗窗", 500),
                        form.yuan("fee", "装修管理服务费（元）", MOST_YUAN),
                        form.text("breach", "违约责任", 500),
                        form.optionalText("other", "其他约定", 500).orElse(null),
                        form.optionalText("deposit", "装修保证金收据编号", 60).orElse(null)),
                form.codes("done", "开工前已办妥"),
                form.choices("received", "当面签收了禁止行为和注意事项的", CautionReceipt.Party.class));
    }
}
