package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.catalina.Context;
import org.apache.catalina.Manager;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springdoc.core.service.OpenAPIService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** Whoever has not signed in leaves nothing behind, however often he comes. In the gate a part of a flood: {@code -Dflood=100000} is one. */
@Tag("database")
class AnonymousFloodIT extends GuardedDesk {

    private static final int FLOOD = Integer.getInteger("flood", 2_000);

    private static final List<String> PAGES = List.of(
            "/",
            "/login",
            "/login?refused",
            "/desk",
            "/desk/tickets/BX-26-000001",
            "/setup",
            "/setup?token=x",
            "/r",
            "/r/gone",
            "/r/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "/r/t/BX-26-000001",
            "/v/x",
            "/error",
            "/nope",
            "/style/tokens.css",
            "/camunda",
            "/camunda/",
            "/camunda/app/tasklist/default/",
            "/camunda/app/cockpit/default/",
            "/camunda/app/admin/default/",
            "/camunda/lib/deps.js",
            "/camunda/api/engine/engine",
            "/camunda/api/admin/auth/user/default",
            "/api/tickets",
            "/engine-rest/engine",
            "/favicon.ico");

    @Autowired
    private ServletWebServerApplicationContext server;

    @Autowired
    private OpenAPIService descriptions;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void requestsOfNobodyLeaveNoSessionAndTakeNoRoom() {
        int before = sessions().getActiveSessions();
        int signedIn = signIns();
        // What is read and compiled once is there before room is measured
        ask(10 * PAGES.size());
        long room = heap();
        ask(FLOOD);
        long after = heap();
        System.out.printf("flood: %d requests, heap %d KB before, %d KB after%n", FLOOD, room >> 10, after >> 10);
        assertThat(after).isLessThan(room + room / 5);
        for (String path :
                List.of("/login", "/setup", "/desk/inbox", "/logout", "/r/t/BX-26-000001", "/camunda/api/x")) {
            for (String form : List.of("", "_csrf=x", "username=desk1&password=wrong&_csrf=x")) {
                assertThat(status(HttpRequest.newBuilder(at(path))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))))
                        .as("%s %s", path, form)
                        .isIn(302, 401, 403, 429);
            }
        }
        assertThat(sessions().getActiveSessions()).isEqualTo(before);
        assertThat(signIns()).isEqualTo(signedIn);
    }

    @Test
    void theDescriptionOfTheApiIsKeptOnceWhateverLanguageIsAskedFor() {
        AtomicReference<String> first = new AtomicReference<>();
        IntStream.range(0, Math.min(FLOOD / 10, 10_000)).forEach(i -> {
            String language = "x" + Integer.toString(i, 36) + "-" + (char) ('A' + i % 26) + "A, zh;q=0." + i % 10;
            HttpResponse<String> answer =
                    send(HttpRequest.newBuilder(at("/v3/api-docs")).header("Accept-Language", language));
            assertThat(answer.statusCode()).isEqualTo(200);
            first.compareAndSet(null, answer.body());
        });
        assertThat((Map<?, ?>) ReflectionTestUtils.getField(descriptions, "cachedOpenAPI"))
                .hasSizeLessThanOrEqualTo(8);
        assertThat(first.get()).contains("/api/tickets");
    }

    private void ask(int times) {
        IntStream.range(0, times).parallel().forEach(i -> {
            String path = PAGES.get(i % PAGES.size());
            assertThat(status(HttpRequest.newBuilder(at(path)).header("Accept", "text/html")))
                    .as(path)
                    .isLessThan(500);
        });
    }

    /** @return bytes in use after a full collection */
    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private int status(HttpRequest.Builder request) {
        return send(request).statusCode();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Manager sessions() {
        TomcatWebServer tomcat = (TomcatWebServer) server.getWebServer();
        return ((Context) tomcat.getTomcat().getHost().findChildren()[0]).getManager();
    }

    private int signIns() {
        return jdbc.queryForObject("SELECT count(*) FROM sign_in", Integer.class);
    }
}
