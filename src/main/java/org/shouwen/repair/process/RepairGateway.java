package org.shouwen.repair.process;

import org.camunda.bpm.engine.RuntimeService;
import org.shouwen.repair.RepairExecution;
import org.springframework.stereotype.Component;

@Component
record RepairGateway(RuntimeService runtime) implements RepairExecution {

    @Override
    public void rescheduled(String number) {
        runtime.createMessageCorrelation(OnSiteSurveyProcess.RESCHEDULED)
                .processInstanceBusinessKey(number)
                .setVariable(OnSiteSurveyProcess.SLOT_AGREED.name(), true)
                .correlateAll();
    }
}
