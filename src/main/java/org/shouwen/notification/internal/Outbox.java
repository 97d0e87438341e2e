package org.shouwen.notification.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import org.shouwen.notification.ChannelKind;
import org.shouwen.notification.Notice.Status;
import org.shouwen.problem.Refusal;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Records notices, and for those that leave the house a task that sends them: both in the caller's transaction, so that
 * there is never one without the other.
 */
class Outbox {

    /** The one-time task that delivers a notice; its instance is the notice's id. */
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("notice");

    private final NoticeTable table;
    private final SchedulerClient scheduler;
    private final Runnable wake;
    private final Channels channels;
    private final Clock clock;

    /**
     * @param scheduler over a data source that takes part in our transactions
     * @param wake makes the scheduler look for due tasks now. Its own "immediate execution" looks when the task is
     *     scheduled, which is before the commit, and finds nothing
     */
    Outbox(NoticeTable table, SchedulerClient scheduler, Runnable wake, Channels channels, Clock clock) {
        this.table = table;
        this.scheduler = scheduler;
        this.wake = wake;
        this.channels = channels;
        this.clock = clock;
    }

    boolean canEmail() {
        return channels.has(ChannelKind.EMAIL);
    }

    /** Records a notice once; a notice in the app has arrived with that. */
    void put(Draft draft) {
        mustBeInTransaction();
        if (draft.channel() == ChannelKind.IN_APP) {
            table.add(draft, Status.SENT);
        } else {
            table.add(draft, Status.WAITING).ifPresent(this::schedule);
        }
    }

    /** Delivers a notice that waits again. */
    void schedule(long id) {
        mustBeInTransaction();
        try {
            scheduler.schedule(
                    TASK.instance(Long.toString(id)).build(), clock.instant(), ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        } catch (TaskInstanceCurrentlyExecutingException e) {
            throw Refusal.notPossibleNow("notice-being-sent", "通知 " + id + " 正在发送，请一分钟后再试");
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake.run();
            }
        });
    }

    private static void mustBeInTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a notice and its task are recorded in one transaction, and none is open");
        }
    }
}
