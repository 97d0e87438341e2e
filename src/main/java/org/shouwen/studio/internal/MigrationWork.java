package org.shouwen.studio.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.shouwen.problem.Refusal;
import org.shouwen.studio.MigrationDesk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Whoever begins a migration does not wait for it: a task is recorded in the same transaction and carried out by one node. A node
 * that is killed leaves the rest to another; a flow that went says so in the transaction in which it went.
 */
@Configuration(proxyBeanMethods = false)
class MigrationWork {

    /** Its instance is the migration's id. */
    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("migration");

    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(10);

    /** What somebody works on at so many moments in a row stays where it is. */
    private static final int PATIENCE = 6;

    @Bean
    Task<Void> migrationTask(MigrationDesk desk, Clock clock) {
        return Tasks.oneTime(TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_FAILURE))
                .execute((instance, context) -> {
                    boolean patient = context.getExecution().consecutiveFailures < PATIENCE;
                    long id = Long.parseLong(instance.getId());
                    if (!desk.carryOn(id, patient, () -> clock.instant().truncatedTo(ChronoUnit.MILLIS))) {
                        throw Refusal.overtaken("正有人在办，稍后再试");
                    }
                });
    }

    @Bean
    Beginning migrationBeginning(Scheduler scheduler, Clock clock) {
        return new Beginning(scheduler, clock);
    }

    /** Records the task. */
    record Beginning(Scheduler scheduler, Clock clock) {

        @EventListener
        void started(MigrationDesk.Started event) {
            scheduler.schedule(TASK.instance(Long.toString(event.migration())).build(), clock.instant());
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    // Before the commit there is nothing to find
                    scheduler.triggerCheckForDueExecutions();
                }
            });
        }
    }
}
