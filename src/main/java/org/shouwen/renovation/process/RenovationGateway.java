package org.shouwen.renovation.process;

import org.camunda.bpm.engine.RuntimeService;
import org.shouwen.renovation.RenovationExecution;
import org.springframework.stereotype.Component;

@Component
record RenovationGateway(RuntimeService runtime) implements RenovationExecution {

    @Override
    public void supplemented(String number) {
        // Where the desk is looking already, it looks at what comes now, too
        runtime.createMessageCorrelation(RenovationSupplementProcess.SUPPLEMENTED)
                .processInstanceBusinessKey(number)
                .correlateAll();
    }
}
