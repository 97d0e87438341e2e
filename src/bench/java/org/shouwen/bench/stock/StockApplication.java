package org.shouwen.bench.stock;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.history.HistoryLevelActivity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * A stock Camunda 7 application: starters for engine, REST and webapps, two models, every setting as it comes. Not a
 * {@code @SpringBootApplication}: a component scan of ours must not find it.
 */
@EnableAutoConfiguration
public class StockApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(StockApplication.class, arguments);
    }

    /** Our desk's history level by its name, for the engine that drains empty timers with our settings; else unused. */
    @Bean
    ProcessEnginePlugin instancesLevel() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setCustomHistoryLevels(List.of(new Instances()));
            }
        };
    }

    private static final class Instances extends HistoryLevelActivity {

        @Override
        public String getName() {
            return "instances";
        }

        @Override
        public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
            return !String.valueOf(type).startsWith("ACTIVITY_INSTANCE") && super.isHistoryEventProduced(type, entity);
        }
    }
}
