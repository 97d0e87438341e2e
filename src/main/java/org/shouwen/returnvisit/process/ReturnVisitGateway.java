package org.shouwen.returnvisit.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.shouwen.returnvisit.ReturnVisitExecution;
import org.springframework.stereotype.Component;

@Component
record ReturnVisitGateway(RuntimeService runtime) implements ReturnVisitExecution {

    @Override
    public void answered(String number, int round, boolean satisfied) {
        runtime.createMessageCorrelation(ReturnVisitProcess.ANSWERED)
                .processInstanceBusinessKey(number)
                .processInstanceVariableEquals(ReturnVisitProcess.ROUND.name(), round)
                .setVariables(
                        Map.of(ReturnVisitProcess.REACHED.name(), true, ReturnVisitProcess.SATISFIED.name(), satisfied))
                .correlate();
    }

    @Override
    public void startRainCheck(String number, int round) {
        runtime.startProcessInstanceByKey(
                RainCheckProcess.KEY,
                number,
                Map.of(RainCheckProcess.ROUND.name(), round, RainCheckProcess.SATISFIED.name(), true));
    }
}
