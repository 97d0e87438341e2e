package org.shouwen.workflow.internal;

import java.util.Objects;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;

/** Incidents that name their ticket: what failed seldom does, and whoever reads it must know whose matter waits. */
class TicketIncidents extends DefaultIncidentHandler {

    TicketIncidents() {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
    }

    @Override
    public Incident handleIncident(IncidentContext context, String message) {
        return super.handleIncident(context, named(context.getExecutionId(), message));
    }

    /** Asked at the end of every job. Where it never failed there is nothing to find, and nobody looks. */
    @Override
    protected void removeIncident(IncidentContext context, boolean resolved) {
        JobEntity job = Context.getCommandContext()
                .getDbEntityManager()
                .getCachedEntity(JobEntity.class, context.getConfiguration());
        // An incident is there as long as no tries are left; one that failed and was set going again keeps what it
        // failed of
        boolean neverFailed = job != null && job.getRetries() > 0 && job.getExceptionMessage() == null;
        if (!neverFailed) {
            super.removeIncident(context, resolved);
        }
    }

    private static String named(String executionId, String message) {
        ExecutionEntity execution = executionId == null
                ? null
                : Context.getCommandContext().getExecutionManager().findExecutionById(executionId);
        String number = execution == null ? null : execution.getProcessBusinessKey();
        boolean named = number == null || message != null && message.contains(number);
        return named ? message : "工单 " + number + "：" + Objects.requireNonNullElse(message, "没有说明，见堆栈");
    }
}
