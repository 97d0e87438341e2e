package org.shouwen.timelimit.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.shouwen.timelimit.Escalation;
import org.shouwen.timelimit.PostRectification;
import org.shouwen.timelimit.SupervisionExecution;
import org.springframework.stereotype.Component;

@Component
record SupervisionGateway(RuntimeService runtime) implements SupervisionExecution {

    @Override
    public void start(String number, long escalation, String person) {
        runtime.startProcessInstanceByKey(
                SupervisionProcess.KEY,
                number,
                Map.of(
                        SupervisionProcess.ESCALATION.name(),
                        escalation,
                        SupervisionProcess.PERSON.name(),
                        person,
                        SupervisionProcess.DECISION.name(),
                        Escalation.Decision.CONTINUE.name()));
    }

    @Override
    public void end(String number, long escalation) {
        runtime.createMessageCorrelation(SupervisionProcess.CANCELLED)
                .processInstanceBusinessKey(number)
                .processInstanceVariableEquals(SupervisionProcess.ESCALATION.name(), escalation)
                .correlateAll();
    }

    @Override
    public void startRectification(PostRectification rectification) {
        runtime.startProcessInstanceByKey(
                PostRectificationProcess.KEY, rectification.ticket(), PostRectificationProcess.atStart(rectification));
    }
}
