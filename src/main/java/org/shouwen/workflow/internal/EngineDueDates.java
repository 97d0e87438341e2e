package org.shouwen.workflow.internal;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.shouwen.workflow.DueDates;
import org.springframework.stereotype.Component;

@Component
record EngineDueDates(ProcessEngine engine) implements DueDates {

    /** How long somebody on call has to answer, or something is waited for: asked again, the time would begin anew. */
    private static final Pattern FROM_NOW = Pattern.compile("deadlines\\.(attemptBy|waiting)\\(");

    @Override
    public void recount(String number) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    timers(number, context.getDbEntityManager());
                    tasks(number, context);
                    return number;
                });
    }

    @Override
    public boolean take(String flow, String timer, Instant at) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    Optional<JobEntity> due = context.getJobManager().findJobsByProcessInstanceId(flow).stream()
                            .filter(job -> job.getActivityId().equals(timer) && isDue(job, at))
                            .filter(job -> !context.getDbEntityManager().isDeleted(job))
                            .findFirst();
                    due.ifPresent(job -> job.delete(true));
                    return due.isPresent();
                });
    }

    /** One that failed for good, or was stopped, is somebody's to look at. */
    private static boolean isDue(JobEntity job, Instant at) {
        return job.getDuedate() != null
                && !job.getDuedate().toInstant().isAfter(at)
                && job.getRetries() > 0
                && !job.isSuspended();
    }

    /** What ended in this very transaction is still found, and must not be asked. */
    private void timers(String number, DbEntityManager entities) {
        ManagementService jobs = engine.getManagementService();
        for (ProcessInstance flow : engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list()) {
            for (Job timer : jobs.createJobQuery()
                    .processInstanceId(flow.getId())
                    .timers()
                    .list()) {
                String question = jobs.createJobDefinitionQuery()
                        .jobDefinitionId(timer.getJobDefinitionId())
                        .singleResult()
                        .getJobConfiguration();
                if (!FROM_NOW.matcher(question).find() && !entities.isDeleted((DbEntity) timer)) {
                    recount(jobs, timer);
                }
            }
        }
    }

    private static void recount(ManagementService jobs, Job timer) {
        try {
            jobs.recalculateJobDuedate(timer.getId(), false);
        } catch (ProcessEngineException lost) {
            // What waited for it has moved on since it was read; the engine says neither so nor in a type of its own
            if (jobs.createJobQuery().jobId(timer.getId()).count() > 0) {
                throw lost;
            }
            throw new OptimisticLockingException("timer " + timer.getId() + " is over", lost);
        }
    }

    /** The engine asks for a task's due date once, when it makes the task. */
    private void tasks(String number, CommandContext context) {
        for (Task open : engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .list()) {
            TaskEntity task = context.getTaskManager().findTaskById(open.getId());
            Expression question = task.getTaskDefinition().getDueDateExpression();
            if (question != null
                    && !FROM_NOW.matcher(question.getExpressionText()).find()
                    && !context.getDbEntityManager().isDeleted(task)) {
                task.setDueDate((Date) question.getValue(task.getExecution()));
            }
        }
    }
}
