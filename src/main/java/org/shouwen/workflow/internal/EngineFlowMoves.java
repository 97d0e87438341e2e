package org.shouwen.workflow.internal;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.shouwen.ticket.FlowMoves;
import org.springframework.stereotype.Component;

/** A flow moves while a job carries it on; a timer is no such job, nor is one that failed and waits for its next try. */
@Component
class EngineFlowMoves implements FlowMoves {

    private final RuntimeService runtime;
    private final ManagementService management;

    EngineFlowMoves(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    @Override
    public boolean isMoving(String number) {
        Set<String> instances = runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                .map(ProcessInstance::getId)
                .collect(Collectors.toSet());
        return !instances.isEmpty()
                && management
                                .createJobQuery()
                                .processInstanceIds(instances)
                                .messages()
                                .executable()
                                .count()
                        > 0;
    }
}
