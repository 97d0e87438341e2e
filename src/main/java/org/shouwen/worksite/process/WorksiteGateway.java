package org.shouwen.worksite.process;

import org.camunda.bpm.engine.RuntimeService;
import org.shouwen.problem.Refusal;
import org.shouwen.worksite.Violation;
import org.shouwen.worksite.WorksiteExecution;
import org.springframework.stereotype.Component;

@Component
record WorksiteGateway(RuntimeService runtime) implements WorksiteExecution {

    @Override
    public void completionReported(String ticket) {
        boolean heard = !runtime.createMessageCorrelation(RenovationSupervisionProcess.COMPLETION_REPORTED)
                .processInstanceBusinessKey(ticket)
                .correlateAllWithResult()
                .isEmpty();
        if (!heard) {
            throw Refusal.notPossibleNow("completion-too-early", "装修 " + ticket + " 正在告知业主，请稍后再报完工");
        }
    }

    @Override
    public void startViolation(Violation violation, boolean inWriting) {
        runtime.startProcessInstanceByKey(
                ViolationProcess.KEY, violation.ticket(), ViolationProcess.atStart(violation, inWriting));
    }
}
