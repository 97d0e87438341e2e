package org.shouwen.workerpass.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.shouwen.workerpass.WorkerPasses;
import org.shouwen.workflow.Acting;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who went in and out is not kept longer than it is needed: looked after once a day, by one node. */
@Configuration(proxyBeanMethods = false)
class Forgetting {

    private static final Duration PAUSE = Duration.ofDays(1);

    @Bean
    @ConditionalOnProperty(name = "shouwen.rounds", matchIfMissing = true)
    RecurringTask<Void> passagesForgotten(
            ObjectProvider<WorkerPasses> passes,
            Acting acting,
            @Value("${shouwen.gate.keep-passages:90d}") Duration kept) {
        return Tasks.recurring("gate-passages", FixedDelay.of(PAUSE)).execute((instance, context) -> passes.getObject()
                .forgetPassages(acting.when().minus(kept)));
    }
}
