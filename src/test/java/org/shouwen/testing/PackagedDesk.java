package org.shouwen.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The packaged jar as an operator starts it: a process of its own in a directory of its own. */
public final class PackagedDesk implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern STARTED = Pattern.compile("Started ShouwenApplication");

    private final Process process;
    private final List<String> log = new CopyOnWriteArrayList<>();

    /** Starts the jar on a free port and waits until it serves. */
    public PackagedDesk(Path directory, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar().toString(),
                "--server.port=0"));
        command.addAll(List.of(arguments));
        try {
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread reader = new Thread(this::read, "packaged-desk-log");
        reader.setDaemon(true);
        reader.start();
        Awaitility.await().atMost(Duration.ofMinutes(4)).until(() -> !process.isAlive() || find(STARTED) != null);
        if (!process.isAlive()) {
            throw new IllegalStateException("the jar did not start:\n" + String.join("\n", log));
        }
    }

    private static Path jar() {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("shouwen-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no packaged jar below target"))
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(log::add);
        } catch (IOException | UncheckedIOException e) {
            log.add("log ended: " + e.getMessage());
        }
    }

    private Matcher find(Pattern pattern) {
        return log.stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .findFirst()
                .orElse(null);
    }

    public int port() {
        return Integer.parseInt(find(PORT).group(1));
    }

    /** Waits until a line with this text is printed. */
    public void awaitLine(String text) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> log.stream()
                .anyMatch(line -> line.contains(text)));
    }

    /** @return lines printed so far */
    public List<String> log() {
        return List.copyOf(log);
    }

    /** Ends it as a power cut would: no shutdown hook runs. */
    public void kill() {
        process.destroyForcibly();
        waitForEnd();
    }

    @Override
    public void close() {
        process.destroy();
        waitForEnd();
    }

    private void waitForEnd() {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !process.isAlive());
    }
}
