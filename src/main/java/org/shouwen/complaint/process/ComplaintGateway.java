package org.shouwen.complaint.process;

import org.camunda.bpm.engine.RuntimeService;
import org.shouwen.complaint.ComplaintExecution;
import org.shouwen.complaint.Measure;
import org.shouwen.problem.Refusal;
import org.springframework.stereotype.Component;

@Component
class ComplaintGateway implements ComplaintExecution {

    private final RuntimeService runtime;

    ComplaintGateway(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void start(String number) {
        runtime.startProcessInstanceByKey(ComplaintProcess.KEY, number);
    }

    @Override
    public void withdraw(String number) {
        // The complaint and each measure that is still open wait for it
        runtime.createMessageCorrelation(ComplaintProcess.WITHDRAWN)
                .processInstanceBusinessKey(number)
                .correlateAll();
    }

    @Override
    public void urge(String number) {
        runtime.createMessageCorrelation(ComplaintProcess.URGED)
                .processInstanceBusinessKey(number)
                .correlate();
    }

    @Override
    public void reopen(String number) {
        long running = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number, ComplaintProcess.KEY)
                .count();
        if (running > 0) {
            throw Refusal.notPossibleNow("reopen-too-early", "工单 " + number + " 刚刚办结，正在告知业主，请稍后再重新开启");
        }
        runtime.createProcessInstanceByKey(ComplaintProcess.KEY)
                .businessKey(number)
                .setVariables(ComplaintProcess.atStart())
                .startBeforeActivity(ComplaintProcess.REOPENED)
                .execute();
    }

    @Override
    public void startMeasure(Measure measure) {
        runtime.startProcessInstanceByKey(MeasureProcess.KEY, measure.ticket(), MeasureProcess.atStart(measure));
    }
}
