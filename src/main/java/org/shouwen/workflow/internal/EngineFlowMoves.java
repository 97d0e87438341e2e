package org.shouwen.workflow.internal;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.shouwen.ticket.FlowMoves;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * A flow moves while a job carries it on, where jobs run by themselves; a timer is no such job, nor is one that failed and
 * waits for its next try.
 */
@Component
record EngineFlowMoves(ObjectProvider<ProcessEngine> engine) implements FlowMoves {

    @Override
    public boolean run() {
        return ((ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration())
                .getJobExecutor()
                .isActive();
    }

    @Override
    public boolean isMoving(String number) {
        return run() && hasNext(number);
    }

    private boolean hasNext(String number) {
        Set<String> instances = engine
                .getObject()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .collect(Collectors.toSet());
        return !instances.isEmpty()
                && engine.getObject()
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceIds(instances)
                                .messages()
                                .executable()
                                .count()
                        > 0;
    }
}
