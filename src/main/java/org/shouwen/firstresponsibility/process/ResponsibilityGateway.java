package org.shouwen.firstresponsibility.process;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.shouwen.firstresponsibility.ResponsibilityExecution;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

@Component
record ResponsibilityGateway(RuntimeService runtime, TaskService tasks, ShowPeopleListener people, Acting acting)
        implements ResponsibilityExecution {

    @Override
    public boolean settled(String number) {
        return !runtime.createMessageCorrelation(FirstResponsibilityProcess.SETTLED)
                .processInstanceBusinessKey(number)
                .correlateAllWithResult()
                .isEmpty();
    }

    @Override
    public void offerAnew() {
        acting.asSystem(() -> {
            tasks.createTaskQuery()
                    .taskDefinitionKeyIn(ShowPeopleListener.STEPS)
                    .list()
                    .forEach(this::offerAnew);
            return List.of();
        });
    }

    private void offerAnew(Task task) {
        ProcessInstance flow = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        tasks.setVariableLocal(
                task.getId(),
                ShowPeopleListener.CHOICE,
                people.choices(task.getTaskDefinitionKey(), flow.getBusinessKey()));
    }
}
