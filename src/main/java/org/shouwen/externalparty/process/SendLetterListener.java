package org.shouwen.externalparty.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.externalparty.ExternalPartyDesk;
import org.shouwen.externalparty.Letter;
import org.shouwen.problem.Refusal;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class SendLetterListener extends FormListener {

    private final ExternalPartyDesk desk;

    SendLetterListener(ExternalPartyDesk desk) {
        super("party", "name", "letterNumber", "promisedOn");
        this.desk = desk;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        desk.send(
                number,
                form.choice("party", "发给谁", Letter.Party.class),
                form.text("name", "单位名称", 100),
                form.text("letterNumber", "发函文号", 60),
                form.moment("promisedOn", "对方承诺的日期")
                        .orElseThrow(() -> Refusal.invalid("input-missing", "promisedOn", "请填写“对方承诺的日期”")),
                who(),
                when());
    }
}
