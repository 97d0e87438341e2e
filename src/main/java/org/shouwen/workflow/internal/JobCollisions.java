package org.shouwen.workflow.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.MessageAddedNotification;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.shouwen.problem.Refusal;

/**
 * Two due jobs of one ticket belong to different flows, so that the engine lets them run at once, on this node or on two.
 * Whichever finds the ticket changed has done nothing wrong: it runs again at once and loses none of its tries. A database
 * that does not answer costs none either.
 */
class JobCollisions implements FailedJobCommandFactory {

    /** What collides this often has another reason, and must not go on unseen. */
    private static final int AT_MOST = 20;

    private static final int REMEMBERED = 1000;

    private final Map<String, Integer> collisions = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Override
    public Command<Object> getCommand(String job, Throwable failure) {
        if (Refusal.isOutage(failure)) {
            // It stays locked for its minute, and nothing is counted
            return context -> null;
        }
        if (!Refusal.isRace(failure)) {
            return new DefaultJobRetryCmd(job, failure);
        }
        return isOnceMore(job)
                ? context -> atOnce(job, context)
                // Not as a lost lock, for which the engine would never count a try
                : new DefaultJobRetryCmd(job, new IllegalStateException("collides without end", failure));
    }

    private synchronized boolean isOnceMore(String job) {
        return collisions.merge(job, 1, Integer::sum) <= AT_MOST;
    }

    private static Object atOnce(String id, CommandContext context) {
        JobEntity job = context.getJobManager().findJobById(id);
        if (job != null) {
            job.unlock();
            context.getTransactionContext()
                    .addTransactionListener(
                            TransactionState.COMMITTED,
                            new MessageAddedNotification(
                                    context.getProcessEngineConfiguration().getJobExecutor()));
        }
        return null;
    }
}
