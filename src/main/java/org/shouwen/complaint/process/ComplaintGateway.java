package org.shouwen.complaint.process;

import org.camunda.bpm.engine.RuntimeService;
import org.shouwen.complaint.ComplaintExecution;
import org.shouwen.complaint.Measure;
import org.springframework.stereotype.Component;

@Component
record ComplaintGateway(RuntimeService runtime) implements ComplaintExecution {

    @Override
    public void startMeasure(Measure measure) {
        runtime.startProcessInstanceByKey(MeasureProcess.KEY, measure.ticket(), MeasureProcess.atStart(measure));
    }

    @Override
    public void giveUp(Measure measure) {
        runtime.createMessageCorrelation(MeasureProcess.GIVEN_UP)
                .processInstanceBusinessKey(measure.ticket())
                .processInstanceVariableEquals(MeasureProcess.MEASURE.name(), measure.id())
                .correlateAll();
    }
}
