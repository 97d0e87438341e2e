package org.shouwen.firstresponsibility.process;

import org.camunda.bpm.engine.RuntimeService;
import org.shouwen.firstresponsibility.ResponsibilityExecution;
import org.springframework.stereotype.Component;

@Component
class ResponsibilityGateway implements ResponsibilityExecution {

    private final RuntimeService runtime;

    ResponsibilityGateway(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public boolean settled(String number) {
        return !runtime.createMessageCorrelation(FirstResponsibilityProcess.SETTLED)
                .processInstanceBusinessKey(number)
                .correlateAllWithResult()
                .isEmpty();
    }
}
