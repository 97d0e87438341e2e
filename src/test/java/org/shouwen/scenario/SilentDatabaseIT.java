package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.RunningDesk;
import org.shouwen.testing.TasklistSession;
import org.shouwen.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A database that is silent, or has no connection left, is said within five seconds at every door, and over when it is over. */
@Tag("scenario")
class SilentDatabaseIT extends RunningDesk {

    /** What an address may take: a limit, not a measure. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** Beside those of staff: residents', whoever reads a code, Tasklist. */
    private static final List<String> OTHER_PAGES =
            List.of("/r/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "/v/x.y", "/camunda/app/tasklist/default/");

    private static final String ENGINE = "/camunda/api/engine/engine/default/task/count";

    @Autowired
    private DataSource pool;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping addresses;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void whereNoConnectionIsLeftEverybodyIsToldAndComesAgain() throws Exception {
        String session = session();
        List<Connection> held = new ArrayList<>();
        try {
            while (true) {
                held.add(pool.getConnection());
            }
        } catch (SQLException none) {
            everybodyIsTold(session);
        } finally {
            for (Connection connection : held) {
                connection.close();
            }
        }
        everythingIsWell(session);
    }

    @Test
    void whereTheDatabaseIsSilentEverybodyIsToldAndComesAgain() {
        assumeTrue(TestDatabase.isPostgres(), "H2 runs in this process");
        String session = session();
        DATABASE.fallSilent();
        try {
            everybodyIsTold(session);
        } finally {
            DATABASE.speak();
        }
        everythingIsWell(session);
    }

    /** Every page and list of staff that needs no number, and the other doors. */
    private Stream<String> everyDoor() {
        List<String> ours = addresses.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> path.matches("/(desk|api)(/[^{]*)?"))
                .sorted()
                .toList();
        assertThat(ours).hasSizeGreaterThan(40);
        return Stream.of(ours, OTHER_PAGES, List.of(ENGINE)).flatMap(List::stream);
    }

    private void everybodyIsTold(String session) {
        everyDoor()
                .map(path -> Map.entry(path, asked(path, session, LONGEST)))
                .toList()
                .forEach(answer -> {
                    HttpResponse<String> said = answer.getValue().join();
                    assertThat(said.statusCode()).as(answer.getKey()).isEqualTo(503);
                    assertThat(said.headers().firstValue("Retry-After"))
                            .as(answer.getKey())
                            .contains("5");
                    assertThat(said.body()).as(answer.getKey()).contains("暂时连不上数据库");
                });
    }

    /** By itself; what was opened before goes on. */
    private void everythingIsWell(String session) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        asked("/desk", session, Duration.ofSeconds(30)).join().statusCode() == 200);
        everyDoor().forEach(path -> assertThat(
                        asked(path, session, Duration.ofSeconds(60)).join().statusCode())
                .as(path)
                .isLessThan(500));
    }

    private String session() {
        return TasklistSession.signedIn(port, "manager", "shouwen-demo").cookies();
    }

    private CompletableFuture<HttpResponse<String>> asked(String path, String session, Duration longest) {
        return http.sendAsync(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header(
                                "Accept",
                                path.startsWith("/api") || path.equals(ENGINE) ? "application/json" : "text/html")
                        .header("Authorization", "Bearer shouwen-demo-token")
                        .header("Cookie", session)
                        .timeout(longest)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
