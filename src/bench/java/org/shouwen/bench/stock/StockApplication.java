package org.shouwen.bench.stock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * A stock Camunda 7 application: starters for engine, REST and webapps, two models, every setting as it comes. Not a
 * {@code @SpringBootApplication}: a component scan of ours must not find it.
 */
@EnableAutoConfiguration
public class StockApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(StockApplication.class, arguments);
    }
}
