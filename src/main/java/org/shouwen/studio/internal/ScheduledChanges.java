package org.shouwen.studio.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.shouwen.studio.Change;
import org.shouwen.studio.StudioDesk;
import org.shouwen.workflow.Acting;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * What was approved for a moment ahead comes in force then: a task is recorded in the transaction of the approval and done on
 * one node, whichever runs at that moment, or on the first that runs after it. Doing it twice changes nothing.
 */
@Configuration(proxyBeanMethods = false)
class ScheduledChanges {

    /** Its instance is the id of the change. */
    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("rule-change-in-force");

    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

    @Bean
    Task<Void> ruleChangeInForce(StudioDesk desk, Acting acting) {
        return Tasks.oneTime(TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_FAILURE))
                .execute((instance, context) -> desk.bringInForce(Long.parseLong(instance.getId()), acting.when()));
    }

    @Bean
    Recording recordingOfRuleChanges(Scheduler scheduler) {
        return new Recording(scheduler);
    }

    /** Records the task. */
    record Recording(Scheduler scheduler) {

        @EventListener
        void scheduled(Change.Scheduled event) {
            scheduler.schedule(TASK.instance(Long.toString(event.id())).build(), event.from());
        }
    }
}
