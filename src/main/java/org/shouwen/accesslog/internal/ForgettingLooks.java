package org.shouwen.accesslog.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.shouwen.accesslog.AccessLog;
import org.shouwen.workflow.Acting;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who looked at what is kept as long as the audit asks for (PIPL 56), no longer: looked after once a day, by one node. */
@Configuration(proxyBeanMethods = false)
class ForgettingLooks {

    private static final Duration PAUSE = Duration.ofDays(1);

    @Bean
    @ConditionalOnProperty(name = "shouwen.rounds", matchIfMissing = true)
    RecurringTask<Void> looksForgotten(
            ObjectProvider<AccessLog> log,
            Acting acting,
            @Value("${shouwen.privacy.keep-access-log:1096d}") Duration kept) {
        return Tasks.recurring("access-log", FixedDelay.of(PAUSE)).execute((instance, context) -> log.getObject()
                .forget(acting.when().minus(kept)));
    }
}
