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

    @Override
    public void planPromised(String number) {
        runtime.startProcessInstanceByKey(LeakPlanProcess.KEY, number);
    }

    @Override
    public void planNotNeeded(String number) {
        runtime.createMessageCorrelation(LeakPlanProcess.NOT_NEEDED)
                .processInstanceBusinessKey(number)
                .correlateAll();
    }

    @Override
    public void majorBegun(String number) {
        majorOver(number);
        runtime.startProcessInstanceByKey(MajorProgressProcess.KEY, number);
    }

    @Override
    public void majorOver(String number) {
        runtime.createMessageCorrelation(MajorProgressProcess.OVER)
                .processInstanceBusinessKey(number)
                .correlateAll();
    }
}
