package org.shouwen.testing;

import java.util.stream.Stream;
import org.shouwen.ShouwenApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/** A second node on the database of the running desk. */
public final class AnotherNode {

    private AnotherNode() {}

    /**
     * The same application once more, with the clock of the first; its executor waits.
     *
     * @param surroundings of the first
     * @param more settings, {@code --name=value}
     */
    public static ConfigurableApplicationContext start(Environment surroundings, TimeMachine time, String... more) {
        Stream<String> same = Stream.of(
                        "spring.datasource.url",
                        "spring.datasource.username",
                        "spring.datasource.password",
                        "spring.mail.host",
                        "spring.mail.port",
                        "shouwen.demo.tickets",
                        "shouwen.rounds",
                        "shouwen.access.bcrypt-strength",
                        "camunda.bpm.job-execution.enabled")
                .map(name -> "--" + name + "=" + surroundings.getProperty(name));
        Stream<String> own = Stream.of("--server.port=0", "--spring.jmx.enabled=false");
        return new SpringApplicationBuilder(ShouwenApplication.class)
                .profiles("demo")
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("timeMachine", TimeMachine.class, () -> time, bean -> bean.setPrimary(true)))
                .run(Stream.of(same, own, Stream.of(more))
                        .flatMap(settings -> settings)
                        .toArray(String[]::new));
    }
}
