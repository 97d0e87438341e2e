package org.shouwen.repair.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.shouwen.problem.Refusal;
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
        end(number, false);
    }

    @Override
    public void join(String number) {
        end(number, true);
    }

    @Override
    public void proceed(String number, boolean urgent, boolean external, boolean told) {
        if (flow(number) != null) {
            throw Refusal.notPossibleNow("proceed-too-early", "工单 " + number + " 刚刚并入事件，正在告知业主，请稍后再单独办理");
        }
        runtime.createProcessInstanceByKey(RepairProcess.KEY)
                .businessKey(number)
                .setVariables(RepairProcess.atStart(urgent, external))
                .startBeforeActivity(told ? RepairProcess.TOLD : RepairProcess.FIRST)
                .execute();
    }

    @Override
    public void urge(String number) {
        runtime.createMessageCorrelation(RepairProcess.URGED)
                .processInstanceBusinessKey(number)
                .correlate();
    }

    @Override
    public void moved(String number, boolean urgent, boolean external) {
        ProcessInstance flow = flow(number);
        if (flow == null) {
            throw Refusal.notPossibleNow("flow-not-running", "工单 " + number + " 的流程没有在运行，请联系系统管理员");
        }
        runtime.setVariable(flow.getId(), RepairProcess.URGENT.name(), urgent);
        runtime.setVariable(flow.getId(), RepairProcess.EXTERNAL.name(), external);
        // Before somebody has begun to look for who does it, there is nothing to go back from
        runtime.createMessageCorrelation(RepairProcess.TRANSFERRED)
                .processInstanceBusinessKey(number)
                .correlateAll();
    }

    @Override
    public void rescheduled(String number) {
        runtime.createMessageCorrelation(OnSiteSurveyProcess.RESCHEDULED)
                .processInstanceBusinessKey(number)
                .setVariable(OnSiteSurveyProcess.SLOT_AGREED.name(), true)
                .correlateAll();
    }

    @Override
    public void reopen(String number, boolean urgent) {
        if (flow(number) != null) {
            throw Refusal.notPossibleNow("reopen-too-early", "工单 " + number + " 刚刚办结，正在告知业主，请稍后再重新开启");
        }
        runtime.createProcessInstanceByKey(RepairProcess.KEY)
                .businessKey(number)
                .setVariables(RepairProcess.atStart(urgent, false))
                .startBeforeActivity(RepairProcess.REOPENED)
                .execute();
    }

    private ProcessInstance flow(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number, RepairProcess.KEY)
                .singleResult();
    }

    private void end(String number, boolean joined) {
        runtime.createMessageCorrelation(RepairProcess.WITHDRAWN)
                .processInstanceBusinessKey(number)
                .setVariable(RepairProcess.JOINED.name(), joined)
                .correlate();
    }
}
