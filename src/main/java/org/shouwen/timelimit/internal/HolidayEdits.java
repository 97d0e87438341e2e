package org.shouwen.timelimit.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.shouwen.calendar.Calendars;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Tickets;
import org.shouwen.timelimit.TimeLimitDesk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Whoever edits a holiday does not wait until all open promises are counted anew: a task is recorded in the transaction of
 * the edit and done on one node, ticket by ticket. Doing it twice changes nothing.
 */
@Configuration(proxyBeanMethods = false)
class HolidayEdits {

    /** Its instance is a unique text, a colon, and the code of the site; nothing behind it: all sites. */
    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("recount-limits");

    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

    @Bean
    Task<Void> recountLimits(Tickets tickets, TimeLimitDesk desk, Clock clock) {
        return Tasks.oneTime(TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_FAILURE))
                .execute((instance, context) -> {
                    String site = instance.getId().substring(instance.getId().indexOf(':') + 1);
                    recount(tickets.running(site), number -> desk.recount(number, clock.instant()));
                });
    }

    /** One that somebody works on at this moment waits for the next try; those behind it do not. */
    private static void recount(List<String> numbers, Consumer<String> recount) {
        Refusal busy = null;
        for (String number : numbers) {
            try {
                recount.accept(number);
            } catch (Refusal refusal) {
                busy = refusal;
            }
        }
        if (busy != null) {
            throw busy;
        }
    }

    @Bean
    Recounting recounting(Scheduler scheduler, Clock clock) {
        return new Recounting(scheduler, clock);
    }

    /** Records the task. */
    record Recounting(Scheduler scheduler, Clock clock) {

        @EventListener
        void changed(Calendars.Changed event) {
            scheduler.schedule(
                    TASK.instance(UUID.randomUUID() + ":" + event.site()).build(), clock.instant());
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
