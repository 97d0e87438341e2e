package org.shouwen;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the ticket desk. */
@SpringBootApplication
public class ShouwenApplication {

    public static void main(String[] args) {
        SpringApplication.run(ShouwenApplication.class, args);
    }
}
