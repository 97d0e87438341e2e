package org.shouwen.firstresponsibility.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.shouwen.firstresponsibility.HandoverDesk;
import org.shouwen.firstresponsibility.Substitution;
import org.shouwen.roster.Hindrance;
import org.shouwen.roster.Roster;
import org.shouwen.roster.WorkInHand;
import org.shouwen.ticket.TimelineEntry;
import org.shouwen.workflow.Acting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Leave begins and ends by itself: looked after every minute, by one node. */
@Configuration(proxyBeanMethods = false)
class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    @ConditionalOnProperty(name = "shouwen.rounds", matchIfMissing = true)
    RecurringTask<Void> substitutionRound(
            ObjectProvider<Substitution> substitution,
            ObjectProvider<HandoverDesk> handovers,
            ObjectProvider<WorkInHand> work,
            Roster roster,
            Acting acting) {
        AtomicReference<Set<String>> absent = new AtomicReference<>(Set.of());
        return Tasks.recurring("substitution", FixedDelay.of(PAUSE)).execute((instance, context) -> {
            Instant at = acting.when();
            make(substitution.getObject(), handovers.getObject(), at);
            Set<String> now = roster.absentAt(at);
            if (!now.equals(absent.getAndSet(now))) {
                changed(roster, work.getObject(), at);
            }
        });
    }

    /** Whoever was shut out while nobody could see to his work, leaves it now. */
    private static void changed(Roster roster, WorkInHand work, Instant at) {
        roster.shutOut().entrySet().stream()
                .filter(person -> person.getValue() == Hindrance.DISABLED)
                .forEach(person -> work.giveBack(person.getKey(), TimelineEntry.SYSTEM, at));
    }

    private static void make(Substitution substitution, HandoverDesk handovers, Instant at) {
        for (String number : substitution.concerned(at)) {
            try {
                substitution.settle(number, at);
            } catch (RuntimeException e) {
                // Somebody works on it right now, or it is broken: the others go on, this one comes again in a minute
                LOG.warn("ticket {} does not change hands in this round", number, e);
            }
        }
        handovers.tellOfUnsigned(at);
    }
}
