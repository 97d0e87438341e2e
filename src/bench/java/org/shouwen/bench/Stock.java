package org.shouwen.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The stock engine over engine-rest: the requests that a plain client of it makes. */
final class Stock implements Contender {

    static final String PREFIX = "ST-26-";
    static final String READY = "/engine-rest/version";

    /** Of loaded tickets; a room is a variable there, a label does not exist. */
    static final String HOMES =
            "SELECT 'B' || (s / 100) || '-1-' || (s %% 100) AS code, NULL::text AS label FROM generate_series(1, %d) s";

    private static final List<String> HANDLERS = List.of("plumber1", "plumber2");
    private static final AtomicLong NEXT = new AtomicLong(System.nanoTime() % 1_000_000_000);

    private final Database database;
    private final App app;
    private final Http http;
    private final Turn turn = new Turn();
    private final AtomicInteger allowed = new AtomicInteger();
    private final Queue<String> instances = new ConcurrentLinkedQueue<>();
    private final Queue<String> tasks = new ConcurrentLinkedQueue<>();

    Stock(Database database, App app) {
        this.database = database;
        this.app = app;
        this.http = new Http(app.port());
    }

    @Override
    public String name() {
        return "stock";
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public App app() {
        return app;
    }

    @Override
    public void open(int user) {
        long next = NEXT.incrementAndGet();
        instances.add(start("S-" + next, "B1-1-" + next % 1000, "136" + next % 100_000_000, handler((int) (next % 2))));
    }

    /** @return id of the instance */
    String start(String number, String room, String phone, String handler) {
        return http.post("/engine-rest/process-definition/key/" + StockJar.PLAIN + "/start", """
                        {"businessKey": "%s", "variables": {"room": {"value": "%s", "type": "String"},
                         "phone": {"value": "%s", "type": "String"}, "handler": {"value": "%s", "type": "String"},
                         "description": {"value": "厨房水龙头漏水，滴水不止", "type": "String"}}}
                        """.formatted(
                                number, room, phone, handler))
                .must(200)
                .json()
                .path("id")
                .asText();
    }

    String startTimer(String number) {
        return http.post(
                        "/engine-rest/process-definition/key/emptyTimer/start",
                        "{\"businessKey\": \"%s\"}".formatted(number))
                .must(200)
                .json()
                .path("id")
                .asText();
    }

    private static String handler(int n) {
        return HANDLERS.get(n % HANDLERS.size());
    }

    @Override
    public void myWork(int user) {
        http.get("/engine-rest/task?sortBy=created&sortOrder=desc&maxResults=20&assignee=" + handler(user))
                .must(200);
    }

    @Override
    public void groupWork(int user) {
        http.get("/engine-rest/task?sortBy=created&sortOrder=desc&maxResults=20&candidateGroup=plumbing")
                .must(200);
    }

    @Override
    public void byNumber(int user) {
        found("businessKey=" + turn.next().number());
    }

    @Override
    public void byRoom(int user) {
        found("variables=room_eq_" + turn.next().home());
    }

    @Override
    public void byPhone(int user) {
        found("variables=phone_eq_" + turn.next().phone());
    }

    private void found(String query) {
        if (http.get("/engine-rest/process-instance?maxResults=20&" + query)
                        .must(200)
                        .text()
                        .length()
                < 10) {
            throw new IllegalStateException("nothing found by " + query);
        }
    }

    @Override
    public void findSteps() {
        for (String instance = instances.poll(); instance != null; instance = instances.poll()) {
            tasks.add(task(instance).path("id").asText());
        }
    }

    private JsonNode task(String instance) {
        return http.get("/engine-rest/task?processInstanceId=" + instance)
                .must(200)
                .json()
                .path(0);
    }

    @Override
    public void ration(int rounds) {
        allowed.set(tasks.size() / rounds);
    }

    @Override
    public void forget() {
        instances.clear();
        tasks.clear();
    }

    @Override
    public boolean completeStep(int user) {
        String task = allowed.getAndDecrement() > 0 ? tasks.poll() : null;
        if (task != null) {
            complete(task);
        }
        return task != null;
    }

    void complete(String task) {
        http.post("/engine-rest/task/" + task + "/complete", "{}").must(204);
    }

    @Override
    public void life(int user) {
        long next = NEXT.incrementAndGet();
        toEnd(start("S-" + next, "B1-1-" + next % 1000, "136" + next % 100_000_000, handler(user)));
    }

    @Override
    public void quietLife() {
        life(0);
    }

    void toEnd(String instance) {
        for (JsonNode task = task(instance); !task.isMissingNode(); task = task(instance)) {
            complete(task.path("id").asText());
        }
    }

    /** Completes one step. */
    void onward(String instance) {
        complete(task(instance).path("id").asText());
    }

    @Override
    public boolean isAtRest() {
        return true;
    }

    @Override
    public void lookFor(List<Loader.Known> tickets) {
        turn.over(tickets);
    }
}
