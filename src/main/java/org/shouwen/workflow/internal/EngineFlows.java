package org.shouwen.workflow.internal;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.shouwen.workflow.Flows;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
record EngineFlows(ObjectProvider<ProcessEngine> engine) implements Flows {

    @Override
    public void hold() {
        if (executor().isActive()) {
            executor().shutdown();
        }
    }

    @Override
    public void step() {
        ManagementService jobs = engine.getObject().getManagementService();
        jobs.createJobQuery().messages().executable().withRetriesLeft().list().stream()
                .map(job -> job.getId())
                .forEach(jobs::executeJob);
    }

    @Override
    public void release() {
        executor().start();
    }

    private JobExecutor executor() {
        return ((ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration()).getJobExecutor();
    }
}
