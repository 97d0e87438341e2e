package org.shouwen;

import java.time.Clock;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts the ticket desk. */
@SpringBootApplication
public class ShouwenApplication {

    public static void main(String[] args) {
        // The engine computes timers in the zone of the virtual machine: one fixed zone, whatever the host says
        TimeZone.setDefault(TimeZone.getTimeZone(System.getProperty("shouwen.zone", "Asia/Shanghai")));
        SpringApplication.run(ShouwenApplication.class, args);
    }

    /** The one clock; everything that asks for now asks it. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
