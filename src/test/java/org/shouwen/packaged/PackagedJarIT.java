package org.shouwen.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.testing.Api;
import org.shouwen.testing.PackagedDesk;

/** The jar as it is shipped: resource names differ from those on the class path, so it is started once for real. */
class PackagedJarIT {

    private static final Pattern DEPLOYED = Pattern.compile("deployed (\\S+) with \\[(.*)]");

    @TempDir
    Path directory;

    @Test
    void startsEmptyWithAOneTimeLink() {
        try (PackagedDesk desk = new PackagedDesk(directory)) {
            desk.awaitLine("/setup?token=");
            assertThat(new Api(desk.port(), null).get("/login").status()).isEqualTo(200);
            assertThat(new Api(desk.port(), "shouwen-demo-token")
                            .get("/api/homes")
                            .status())
                    .isEqualTo(401);
        }
    }

    /** Killed the moment the answer is there, the desk still has models and ticket at the next start. */
    @Test
    void everyModelIsDeployedOnceAndWhatWasAnsweredIsKept() throws IOException {
        String demo = "--spring.profiles.active=demo";
        String number;
        try (PackagedDesk desk = new PackagedDesk(directory, demo, "--shouwen.demo.tickets=false")) {
            assertThat(deployed(desk)).isEqualTo(models());
            Api.Answer answer = new Api(desk.port(), "shouwen-demo-token").post("/api/tickets", """
                            {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-101",
                             "reporter": {"name": "张三", "phone": "13812345678"}, "description": "漏水"}
                            """);
            desk.kill();
            assertThat(answer.status()).isEqualTo(201);
            number = answer.text("number");
        }
        try (PackagedDesk again = new PackagedDesk(directory, demo, "--shouwen.demo.tickets=false")) {
            assertThat(deployed(again)).isEmpty();
            Api.Answer answer = new Api(again.port(), "shouwen-demo-token").get("/api/tickets/" + number);
            assertThat(answer.text("status")).isEqualTo("RECEIVED");
        }
    }

    private static List<String> deployed(PackagedDesk desk) {
        return List.copyOf(new TreeSet<>(desk.log().stream()
                .map(DEPLOYED::matcher)
                .filter(Matcher::find)
                .flatMap(found -> Stream.of(found.group(2).split(", ")))
                .toList()));
    }

    private static List<String> models() throws IOException {
        Set<String> models = new TreeSet<>();
        for (Path folder :
                List.of(Path.of("bpmn"), Path.of("forms"), Path.of("src", "main", "resources", "notification"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString()).forEach(models::add);
            }
        }
        return List.copyOf(models);
    }
}
