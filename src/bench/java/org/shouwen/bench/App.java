package org.shouwen.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A packaged application in a JVM of its own, started by the bench and ended by it. */
final class App implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(4);

    private final Process process;
    private final int port;
    private final Duration start;
    private final Path log;

    /**
     * @param ready a page that answers 200 once the application serves
     * @param arguments of the application; others than {@code --…} are the JVM's
     */
    App(String name, Path jar, String ready, List<String> arguments) {
        try {
            port = freePort();
            Path directory = Files.createDirectories(Path.of("target", "bench", name));
            log = directory.resolve("application.log");
            List<String> command = new ArrayList<>(List.of(java("java"), "-Xmx512m", "-XX:+ExitOnOutOfMemoryError"));
            arguments.stream().filter(text -> !text.startsWith("--")).forEach(command::add);
            command.addAll(List.of("-jar", jar.toAbsolutePath().toString(), "--server.port=" + port));
            arguments.stream().filter(text -> text.startsWith("--")).forEach(command::add);
            long from = System.nanoTime();
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            awaitReady(ready, from);
            start = Duration.ofNanos(System.nanoTime() - from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private void awaitReady(String page, long from) {
        Http http = new Http(port);
        while (System.nanoTime() - from < LONGEST_START.toNanos()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("it ended while it started, see " + log);
            }
            if (http.serves(page)) {
                return;
            }
            Pause.millis(20);
        }
        close();
        throw new IllegalStateException("it did not start in time, see " + log);
    }

    int port() {
        return port;
    }

    /** From the start of the process to the first page. */
    Duration start() {
        return start;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Resident memory in MB. */
    long residentMegabytes() {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            // Only Linux tells
            return 0;
        }
    }

    /** What is alive on the heap after a full collection, in MB. */
    long liveMegabytes() {
        try {
            Process jcmd = new ProcessBuilder(java("jcmd"), String.valueOf(process.pid()), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            String text = new String(jcmd.getInputStream().readAllBytes());
            return Arrays.stream(text.split("\\R"))
                    .filter(line -> line.startsWith("Total"))
                    .mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[2]) >> 20)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
