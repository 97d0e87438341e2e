package org.shouwen.workflow.internal;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.jobexecutor.AsyncContinuationJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.AsyncContinuationJobHandler.AsyncContinuationConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.ProcessEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.shouwen.problem.Refusal;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The save point of a service, send or rule task that follows a person's step costs a job: five rows, some eleven statements and two
 * commits, for a notice that is a row itself. As long as all goes well it is passed over, and the notice stands with the
 * step. Where anything fails the whole step runs again and keeps its save points, so that what the person did stands,
 * and what follows fails in a job of its own, as the diagram says (rule 16 of docs/modelling.md, ADR 0016).
 */
class SavePoints extends CommandInterceptor {

    /** Kinds of step that our delegates do, as the engine calls them. */
    private static final Set<Object> BY_DELEGATES = Set.of("serviceTask", "sendTask", "businessRuleTask");

    /** The step that one thread is handing in. */
    private static final ThreadLocal<Step> STEP = new ThreadLocal<>();

    private static final class Step {

        private boolean passedOver;
    }

    /** A command of ours that hands in a form. */
    interface HandsIn<T> extends Command<T> {}

    @Override
    public <T> T execute(Command<T> command) {
        boolean handsIn = command instanceof SubmitTaskFormCmd || command instanceof HandsIn;
        // Within somebody else's transaction it cannot run again
        if (!handsIn || STEP.get() != null || TransactionSynchronizationManager.isActualTransactionActive()) {
            return next.execute(command);
        }
        SecurityContext person = SecurityContextHolder.getContext();
        Step step = new Step();
        STEP.set(step);
        try {
            return next.execute(command);
        } catch (RuntimeException failure) {
            // Whoever was slower is told so by those who know
            if (!step.passedOver || Refusal.isRace(failure) || Refusal.isOutage(failure)) {
                throw failure;
            }
        } finally {
            STEP.remove();
            SecurityContextHolder.setContext(person);
        }
        return next.execute(command);
    }

    /** The engine sends a message where a flow goes on in a job. */
    static final class Jobs extends JobManager {

        @Override
        public void send(MessageEntity message) {
            Step step = STEP.get();
            ExecutionEntity execution = message.getExecution();
            if (step == null || !isBeforeDelegate(message, execution)) {
                super.send(message);
                return;
            }
            step.passedOver = true;
            // What follows is the desk's doing, as it would be in a job: nobody in person stands behind it
            SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
            // It was never written: the execution goes on as if the job ran at once
            execution.removeJob(message);
            AsyncContinuationJobHandler handler = (AsyncContinuationJobHandler)
                    Context.getProcessEngineConfiguration().getJobHandlers().get(AsyncContinuationJobHandler.TYPE);
            handler.execute(
                    (AsyncContinuationConfiguration) message.getJobHandlerConfiguration(),
                    execution,
                    Context.getCommandContext(),
                    message.getTenantId());
        }

        /**
         * At the end of each wait for a message the engine looks for jobs that were to deliver it later. Nobody delivers later
         * here, and such a job finds that nobody waits any more.
         */
        @Override
        public List<JobEntity> findJobsByConfiguration(String handler, String configuration, String tenant) {
            return ProcessEventJobHandler.TYPE.equals(handler)
                    ? List.of()
                    : super.findJobsByConfiguration(handler, configuration, tenant);
        }

        private static boolean isBeforeDelegate(MessageEntity message, ExecutionEntity execution) {
            return AsyncContinuationJobHandler.TYPE.equals(message.getJobHandlerType())
                    && execution != null
                    && BY_DELEGATES.contains(execution.getActivity().getProperty("type"))
                    && execution.getActivity().isAsyncBefore();
        }
    }
}
