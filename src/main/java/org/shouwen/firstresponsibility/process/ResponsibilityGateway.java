package org.shouwen.firstresponsibility.process;

import org.camunda.bpm.engine.RuntimeService;
import org.shouwen.firstresponsibility.ResponsibilityExecution;
import org.springframework.stereotype.Component;

@Component
record ResponsibilityGateway(RuntimeService runtime) implements ResponsibilityExecution {

    @Override
    public boolean settled(String number) {
        return !runtime.createMessageCorrelation(FirstResponsibilityProcess.SETTLED)
                .processInstanceBusinessKey(number)
                .correlateAllWithResult()
                .isEmpty();
    }
}
