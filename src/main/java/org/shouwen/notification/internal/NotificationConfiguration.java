package org.shouwen.notification.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.mail.util.StreamProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.shouwen.estate.Estate;
import org.shouwen.notification.SecondPerson;
import org.shouwen.notification.SecondPersons;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Kinds;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.ResidentLinks;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEvents;
import org.shouwen.wording.Moments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How the parts of the outbox hang together. */
@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationConfiguration.class);
    private static final Duration AFTER_A_BUG = Duration.ofMinutes(1);

    @Bean
    Channels noticeChannels(
            @Value("${spring.mail.host:}") String host,
            @Value("${shouwen.mail.from}") String from,
            ObjectProvider<JavaMailSender> sender,
            Papers papers,
            ResidentLinks links,
            Clock clock) {
        if (host.isBlank()) {
            LOG.warn("未配置 SMTP（spring.mail.host），邮件渠道停用，邮件通知转为请前台电话转告");
            return new Channels();
        }
        // Else the mail library looks for it in every jar, five times a mail
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
        return new Channels(new EmailChannel(sender.getObject(), from, papers::paper, links, clock));
    }

    @Bean
    FactSheet factSheet(
            Tickets tickets,
            Roster roster,
            Estate estate,
            ObjectProvider<NoticeFacts> features,
            Moments moments,
            ObjectProvider<Kinds> kinds,
            TimelineEvents events,
            @Value("${shouwen.public-url}") String deskUrl) {
        FactSheet.Setting setting = new FactSheet.Setting(
                moments, (kind, clock) -> kinds.getObject().get(kind).promise(clock), deskUrl, events);
        return new FactSheet(tickets, roster, estate, features::orderedStream, setting);
    }

    @Bean
    SecondPersons secondPersons(ObjectProvider<SecondPerson> features) {
        return new SecondPersons(features);
    }

    /** The scheduler knows all tasks, and what a task does may be told in turn: it is asked for when something is told. */
    @Bean
    Outbox noticeOutbox(NoticeTable table, @Lazy Scheduler scheduler, Channels channels, Clock clock) {
        return new Outbox(table, scheduler, scheduler::triggerCheckForDueExecutions, channels, clock);
    }

    @Bean
    Delivery noticeDelivery(
            NoticeTable table,
            Channels channels,
            Tickets tickets,
            PlatformTransactionManager transactions,
            Clock clock) {
        Backoff backoff = new Backoff(() -> ThreadLocalRandom.current().nextDouble());
        return new Delivery(table, channels, tickets, new TransactionTemplate(transactions), clock, backoff);
    }

    @Bean
    Task<Void> noticeTask(Delivery delivery, @Lazy Scheduler scheduler, Clock clock) {
        return task(delivery, scheduler::triggerCheckForDueExecutions, clock);
    }

    /**
     * Ends when there is nothing left to do; where the database fails in between, the notice is looked at again.
     *
     * @param wake makes the scheduler look for due tasks now
     */
    static Task<Void> task(Delivery delivery, Runnable wake, Clock clock) {
        return Tasks.custom(Outbox.TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_BUG))
                .execute((instance, context) -> {
                    long id = Long.parseLong(instance.getId());
                    Delivery.Attempt attempt = delivery.attempt(id);
                    return (complete, operations) -> {
                        attempt.again()
                                .ifPresentOrElse(next -> operations.reschedule(complete, next), operations::remove);
                        delivery.released(id, attempt).ifPresent(next -> {
                            call(context.getSchedulerClient(), next, clock.instant());
                            wake.run();
                        });
                    };
                });
    }

    /** Unless it is due anyway. */
    private static void call(SchedulerClient scheduler, long notice, Instant now) {
        TaskInstance<Void> waiting = Outbox.TASK.instance(Long.toString(notice)).build();
        try {
            if (scheduler
                    .getScheduledExecution(waiting)
                    .filter(due -> due.getExecutionTime().isAfter(now))
                    .isPresent()) {
                scheduler.reschedule(waiting, now);
            }
        } catch (TaskInstanceCurrentlyExecutingException e) {
            LOG.debug("notice {} looks for itself right now", notice);
        }
    }

    /** The scheduler reads the one clock of the house. */
    @Bean
    com.github.kagkarlsson.scheduler.Clock noticeSchedulerClock(Clock clock) {
        return clock::instant;
    }

    /** Tasks carry no data; should one ever, it is not by Java serialisation. */
    @Bean
    DbSchedulerCustomizer noticeSchedulerCustomizer() {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(new JacksonSerializer());
            }
        };
    }
}
