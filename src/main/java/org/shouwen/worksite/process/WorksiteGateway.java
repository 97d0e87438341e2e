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

    @Override
    public boolean violationRestored(Violation violation) {
        boolean heard = !runtime.createMessageCorrelation(ViolationProcess.RESTORED)
                .processInstanceBusinessKey(violation.ticket())
                .processInstanceVariableEquals(ViolationProcess.VIOLATION.name(), violation.id())
                .correlateAllWithResult()
                .isEmpty();
        boolean runs = runtime.createProcessInstanceQuery()
                        .processDefinitionKey(ViolationProcess.KEY)
                        .processInstanceBusinessKey(violation.ticket())
                        .variableValueEquals(ViolationProcess.VIOLATION.name(), violation.id())
                        .count()
                > 0;
        if (!heard && runs) {
            throw Refusal.notPossibleNow("restoration-too-early", "正在告知业主这项违规已上报，请稍后再登记整改");
        }
        return heard;
    }

    @Override
    public void certificateRevoked(String ticket) {
        runtime.startProcessInstanceByKey(CertificateRevocationProcess.KEY, ticket);
    }

    @Override
    public void siteFiled(String ticket) {
        runtime.createMessageCorrelation(ViolationProcess.SITE_FILED)
                .processInstanceBusinessKey(ticket)
                .correlateAll();
    }
}
