package org.shouwen.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * The two applications as they are started.
 *
 * @param jvm further options of our JVM
 * @param smtp port of a mail server that takes everything
 */
record Apps(Path deskJar, Path stockJar, List<String> jvm, int smtp) {

    static Apps packed(Path directory, List<String> jvm, int smtp) {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            Path desk = files.filter(file -> file.getFileName().toString().matches("shouwen-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no packaged jar below target"));
            return new Apps(desk, StockJar.pack(directory), jvm, smtp);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ours, with the demo's people and without its tickets. */
    App desk(String name, Database database) {
        List<String> arguments = new ArrayList<>(jvm);
        arguments.addAll(List.of(
                "--spring.profiles.active=demo",
                "--shouwen.demo.tickets=false",
                "--shouwen.search.numbers-a-minute=1000000",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + Server.APPLICATION,
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + smtp));
        return new App(name, deskJar, Desk.READY, arguments);
    }

    App stock(String name, Database database) {
        return stock(name, database, List.of());
    }

    /** Stock with our executor's settings and our history: what the engine itself can do with timers. */
    App engine(String name, Database database) {
        return stock(name, database, executor());
    }

    private App stock(String name, Database database, List<String> more) {
        List<String> arguments = new ArrayList<>(List.of(
                "-Duser.timezone=Asia/Shanghai",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + Server.APPLICATION,
                "--server.address=127.0.0.1"));
        arguments.addAll(more);
        return new App(name, stockJar, Stock.READY, arguments);
    }

    private static List<String> executor() {
        try {
            Map<String, Object> all = new Yaml().load(Files.readString(Path.of("src/main/resources/application.yaml")));
            Map<?, ?> engine = (Map<?, ?>) ((Map<?, ?>) all.get("camunda")).get("bpm");
            List<String> arguments = new ArrayList<>();
            ((Map<?, ?>) engine.get("job-execution"))
                    .forEach(
                            (name, value) -> arguments.add("--camunda.bpm.job-execution.%s=%s".formatted(name, value)));
            arguments.add("--camunda.bpm.history-level=" + engine.get("history-level"));
            arguments.add("--camunda.bpm.generic-properties.properties.job-executor-acquire-by-due-date=true");
            arguments.add("--camunda.bpm.generic-properties.properties.job-executor-acquire-by-priority=true");
            arguments.add("--camunda.bpm.generic-properties.properties.ensure-job-due-date-not-null=true");
            arguments.add("--spring.datasource.hikari.maximum-pool-size=24");
            return arguments;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
