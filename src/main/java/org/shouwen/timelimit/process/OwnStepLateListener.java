package org.shouwen.timelimit.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.shouwen.timelimit.SupervisionDesk;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

/** Brings up, once, that a step is late which the managers drew themselves. */
@Component
record OwnStepLateListener(SupervisionDesk desk, Acting acting) implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        desk.superviseStep(task.getExecution().getProcessBusinessKey(), task.getName(), acting.when());
    }
}
