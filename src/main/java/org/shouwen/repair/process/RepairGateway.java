package org.shouwen.repair.process;

import org.camunda.bpm.engine.RuntimeService;
import org.shouwen.repair.RepairExecution;
import org.springframework.stereotype.Component;

@Component
class RepairGateway implements RepairExecution {

    private final RuntimeService runtime;

    RepairGateway(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void start(String number) {
        runtime.startProcessInstanceByKey(RepairProcess.KEY, number);
    }

    @Override
    public void withdraw(String number) {
        correlate(number, RepairProcess.WITHDRAWN);
    }

    @Override
    public void urge(String number) {
        correlate(number, RepairProcess.URGED);
    }

    private void correlate(String number, String message) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(number)
                .correlate();
    }
}
