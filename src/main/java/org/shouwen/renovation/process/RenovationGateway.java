package org.shouwen.renovation.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.shouwen.problem.Refusal;
import org.shouwen.renovation.RenovationExecution;
import org.springframework.stereotype.Component;

@Component
record RenovationGateway(RuntimeService runtime, TaskService tasks) implements RenovationExecution {

    @Override
    public void supplemented(String number) {
        boolean heard = !runtime.createMessageCorrelation(RenovationSupplementProcess.SUPPLEMENTED)
                .processInstanceBusinessKey(number)
                .correlateAllWithResult()
                .isEmpty();
        // Where the desk is looking already, it looks at what comes now, too
        if (!heard && !isLookedAt(number)) {
            throw Refusal.notPossibleNow("supplement-too-early", "装修 " + number + " 正在告知业主还缺什么，请稍后再交");
        }
    }

    private boolean isLookedAt(String number) {
        return tasks.createTaskQuery()
                        .processInstanceBusinessKey(number)
                        .taskDefinitionKey(RenovationSupplementProcess.LOOKING)
                        .count()
                > 0;
    }
}
