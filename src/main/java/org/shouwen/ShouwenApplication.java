package org.shouwen;

import java.time.Clock;
import java.time.ZoneId;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.annotation.Bean;

/** Starts the ticket desk. */
@SpringBootApplication
public class ShouwenApplication {

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(ShouwenApplication.class);
        application.addListeners((ApplicationEnvironmentPreparedEvent prepared) ->
                fixZone(prepared.getEnvironment().getProperty("shouwen.zone", "Asia/Shanghai")));
        application.run(args);
    }

    /** The engine computes timers in the zone of the virtual machine: one fixed zone, whatever the host says. */
    private static void fixZone(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of(zone)));
    }

    /** The one clock; everything that asks for now asks it. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
