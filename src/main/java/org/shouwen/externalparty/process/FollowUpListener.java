package org.shouwen.externalparty.process;

import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.externalparty.ExternalPartyDesk;
import org.shouwen.problem.Refusal;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class FollowUpListener extends FormListener {

    private final ExternalPartyDesk desk;

    FollowUpListener(ExternalPartyDesk desk) {
        super("result", "promisedOn", "remark");
        this.desk = desk;
    }

    private enum Result {
        DONE,
        NEW_DATE,
        NEXT_PARTY,
        OWN_REPAIR
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        Result result = form.choice("result", "跟进结果", Result.class);
        String remark = form.text("remark", "情况说明", 500);
        String by = who();
        Instant at = when();
        switch (result) {
            case DONE -> desk.done(number, remark, by, at);
            case NEW_DATE ->
                desk.postpone(
                        number,
                        form.moment("promisedOn", "新的承诺日期")
                                .orElseThrow(() -> Refusal.invalid("input-missing", "promisedOn", "请填写“新的承诺日期”")),
                        remark,
                        by,
                        at);
            case NEXT_PARTY -> desk.giveUp(number, true, remark, by, at);
            case OWN_REPAIR -> desk.giveUp(number, false, remark, by, at);
        }
        ExternalPartyProcess.RESULT.set(task.getExecution(), result.name());
    }
}
