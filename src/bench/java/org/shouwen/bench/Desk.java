package org.shouwen.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Our desk over its API: the packaged jar with the demo's people. */
final class Desk implements Contender {

    static final String PREFIX = "BX-26-";
    static final String READY = "/login";

    /** The homes that the bench brought; one site, so that posts fit. */
    static final String HOMES = "SELECT code, label FROM home WHERE site = 'east' AND code LIKE 'B%-%'";

    private static final List<String> PEOPLE =
            List.of("desk1", "desk2", "plumber1", "plumber2", "electrician1", "lead", "supervisor", "manager");
    private static final List<String> TECHNICIANS = List.of("plumber1", "plumber2");
    private static final String PASSWORD = "shouwen-demo";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern INPUT = Pattern.compile("\"key\": *\"input_(\\w+)\"");
    private static final Duration LONGEST_STEP = Duration.ofMinutes(2);
    private static final int MOST_STEPS = 30;
    private static final AtomicLong NEXT = new AtomicLong(System.nanoTime() % 1_000_000_000);

    /** What people answer on the way to a closed ticket; of these, what the step's form asks for is handed in. */
    private static final Map<String, Map<String, String>> ANSWERS = Map.of(
            "dispatch", Map.of("handler", "plumber1"),
            "accept", Map.of("decision", "ACCEPT"),
            "inspectOnSite", Map.of("findings", "阀芯磨损，需要更换", "result", "REPAIR"),
            "reportWork", Map.of("cause", "阀芯磨损", "work", "更换阀芯", "materialSource", "NONE"),
            "acceptWork", Map.of("result", "ACCEPTED", "remark", "业主满意"),
            "visit", Map.of("method", "PHONE", "reached", "REACHED", "satisfaction", "SATISFIED"),
            "answerCall", Map.of("answer", "TAKE"));

    private final Database database;
    private final App app;
    private final Turn turn = new Turn();
    private final AtomicInteger allowed = new AtomicInteger();
    private final Map<String, Http> people = new ConcurrentHashMap<>();
    private final Queue<String> opened = new ConcurrentLinkedQueue<>();
    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
    private final List<String> homes;

    Desk(Database database, App app) {
        this.database = database;
        this.app = app;
        PEOPLE.forEach(this::letIn);
        // Homes of the bench only: they are out of warranty, so the desk repairs by itself
        homes = database.texts("SELECT code FROM (" + HOMES + ") h ORDER BY md5(code) LIMIT 1000");
    }

    private void letIn(String account) {
        String token = "token-of-" + account + "-for-the-bench";
        database.execute("""
                INSERT INTO api_token (token_hash, account, label, created_at)
                VALUES ('%s', '%s', 'bench', now()) ON CONFLICT DO NOTHING
                """.formatted(sha256(token), account));
        people.put(account, new Http(app.port(), "Authorization", "Bearer " + token));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return "desk";
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public App app() {
        return app;
    }

    /** Signs a person in to the pages. */
    Http page(String account) {
        Http nobody = new Http(app.port());
        var login = nobody.get("/login").must(200);
        String form = "username=%s&password=%s&_csrf=%s"
                .formatted(account, PASSWORD, URLEncoder.encode(group(CSRF, login.text()), StandardCharsets.UTF_8));
        Map<String, String> cookies = new LinkedHashMap<>(cookies(login));
        var entered = nobody.with("Cookie", header(cookies))
                .postAs("/login", "application/x-www-form-urlencoded", form)
                .must(302);
        cookies.putAll(cookies(entered));
        return nobody.with("Cookie", header(cookies), "Accept", "text/html");
    }

    private static Map<String, String> cookies(Http.Answer answer) {
        return answer.response().headers().allValues("set-cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0].split("=", 2))
                .collect(Collectors.toMap(cookie -> cookie[0], cookie -> cookie[1], (one, later) -> later));
    }

    private static String header(Map<String, String> cookies) {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in the answer");
        }
        return matcher.group(1);
    }

    /** Brings homes in by the page for imports. */
    void bringHomes(int count) {
        Http admin = page("admin");
        String csrf = group(CSRF, admin.get("/desk/admin/imports").must(200).text());
        StringBuilder csv = new StringBuilder("小区,服务点,楼栋,单元,房号,地址,交房日期\n");
        for (int i = 0; i < count; i++) {
            int building = i / 200 + 1;
            int floor = i % 200 / 8 + 1;
            int room = i % 8 + 1;
            csv.append("garden:首问花园,east:东苑,B%d:B%d 号楼,1,B%d-1-%02d%02d,首问花园东苑 B%d 号楼 1 单元 %02d%02d,2016-06-01%n"
                    .formatted(building, building, building, floor, room, building, floor, room));
        }
        String border = "bench-border";
        String body = """
                --%s\r
                Content-Disposition: form-data; name="_csrf"\r
                \r
                %s\r
                --%s\r
                Content-Disposition: form-data; name="file"; filename="homes.csv"\r
                Content-Type: text/csv\r
                \r
                %s\r
                --%s--\r
                """.formatted(border, csrf, border, csv, border);
        admin.postAs("/desk/admin/imports/homes", "multipart/form-data; boundary=" + border, body)
                .must(200);
    }

    @Override
    public void open(int user) {
        opened.add(open(user % 2 == 0 ? "desk1" : "desk2", NEXT.incrementAndGet()));
    }

    private String open(String by, long next) {
        return open(
                by,
                homes.get((int) (next % homes.size())),
                "136%08d".formatted(next % 100_000_000),
                "k" + next,
                next % 2 == 0);
    }

    /**
     * @param key the caller's idempotency key
     * @param mail whether the resident has an address
     * @return number of the ticket
     */
    String open(String by, String home, String phone, String key, boolean mail) {
        String email = mail ? ", \"email\": \"home-%d@residents.example\"".formatted(key.hashCode() & 31) : "";
        return people.get(by)
                .post("/api/tickets", """
                        {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "%s", "channel": "PHONE",
                         "reporter": {"name": "张三", "phone": "%s"%s}, "description": "厨房水龙头漏水，滴水不止",
                         "danger": "NONE", "scope": "PERSONAL", "utilityOut": false}
                        """.formatted(home, phone, email), "Idempotency-Key", key)
                .must(201)
                .json()
                .path("number")
                .asText();
    }

    @Override
    public void myWork(int user) {
        String me = TECHNICIANS.get(user % TECHNICIANS.size());
        people.get(me).get("/api/tickets?size=20&handler=" + me).must(200);
    }

    @Override
    public void groupWork(int user) {
        people.get("desk1").get("/api/tickets?size=20&status=RECEIVED").must(200);
    }

    @Override
    public void byNumber(int user) {
        found(turn.next().number());
    }

    @Override
    public void byRoom(int user) {
        found(turn.next().home());
    }

    @Override
    public void byPhone(int user) {
        found(turn.next().phone());
    }

    private void found(String text) {
        if (people.get("desk1")
                        .get("/api/tickets?size=20&q=" + text)
                        .must(200)
                        .text()
                        .length()
                < 30) {
            throw new IllegalStateException("nothing found by " + text);
        }
    }

    @Override
    public void findSteps() {
        for (String number = opened.poll(); number != null; number = opened.poll()) {
            waiting.add(number);
        }
    }

    @Override
    public void ration(int rounds) {
        allowed.set(waiting.size() / rounds);
    }

    @Override
    public void forget() {
        opened.clear();
        waiting.clear();
    }

    @Override
    public boolean completeStep(int user) {
        String number = allowed.getAndDecrement() > 0 ? waiting.poll() : null;
        if (number != null) {
            submit(number, "dispatch", "desk1", "plumber1");
        }
        return number != null;
    }

    private void submit(String number, String step, String by, String handler) {
        Map<String, String> answers = new TreeMap<>(ANSWERS.getOrDefault(step, Map.of()));
        if (answers.isEmpty()) {
            throw new IllegalStateException("the bench has no answers for the step " + step);
        }
        answers.replace("handler", handler);
        answers.keySet().retainAll(Forms.inputs(step));
        StringBuilder json = new StringBuilder();
        answers.forEach((name, value) ->
                json.append(json.isEmpty() ? "" : ", ").append("\"%s\": \"%s\"".formatted(name, value)));
        people.get(by)
                .post("/api/tickets/" + number + "/steps/" + step, "{" + json + "}")
                .must(200);
    }

    /** What the forms of this version ask for. */
    private static final class Forms {

        private static final Map<String, List<String>> KNOWN = new ConcurrentHashMap<>();

        static List<String> inputs(String step) {
            return KNOWN.computeIfAbsent(step, Forms::read);
        }

        private static List<String> read(String step) {
            Path form =
                    Path.of("forms", step.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT) + ".form");
            try {
                return INPUT.matcher(Files.readString(form))
                        .results()
                        .map(match -> match.group(1))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void life(int user) {
        String number = open(user % 2 == 0 ? "desk1" : "desk2", NEXT.incrementAndGet());
        onward(number, null, "plumber1", () -> {}, () -> Pause.millis(20));
    }

    @Override
    public void quietLife() {
        toEnd(open("desk1", NEXT.incrementAndGet()));
    }

    /** Brings a ticket that is there to its end. */
    void toEnd(String number) {
        onward(number, null, "plumber1", this::awaitRest, () -> {});
        awaitRest();
    }

    /**
     * Does step after step, each by the person whose it is.
     *
     * @param until the step to stop at, or null: until the ticket is closed
     * @param handler who gets the work
     * @param look what happens before each look
     * @param still what happens after a look that found the flow on its way to the next step
     */
    void onward(String number, String until, String handler, Runnable look, Runnable still) {
        long end = System.nanoTime() + LONGEST_STEP.toNanos();
        for (int done = 0; done < MOST_STEPS && System.nanoTime() < end; ) {
            look.run();
            JsonNode steps = people.get("desk1")
                    .get("/api/tickets/" + number + "/steps")
                    .must(200)
                    .json()
                    .path("items");
            if (steps.isEmpty()) {
                if (until == null && isClosed(number)) {
                    return;
                }
                still.run();
            } else if (steps.get(0).path("step").asText().equals(until)) {
                return;
            } else {
                submit(number, steps.get(0).path("step").asText(), person(steps.get(0), handler), handler);
                done++;
            }
        }
        throw new IllegalStateException(
                "ticket " + number + " does not come to " + (until == null ? "its end" : until));
    }

    private boolean isClosed(String number) {
        return people.get("desk1")
                .get("/api/tickets/" + number)
                .must(200)
                .json()
                .path("status")
                .asText()
                .equals("CLOSED");
    }

    private static String person(JsonNode step, String handler) {
        if (step.hasNonNull("assignee")) {
            return step.path("assignee").asText();
        }
        for (JsonNode post : step.path("posts")) {
            for (Map.Entry<String, String> holder : Map.of(
                            "front-desk",
                            "desk1",
                            "plumbing",
                            handler,
                            "lead",
                            "lead",
                            "supervisor",
                            "supervisor",
                            "manager",
                            "manager")
                    .entrySet()) {
                if (post.asText().startsWith(holder.getKey())) {
                    return holder.getValue();
                }
            }
        }
        throw new IllegalStateException("nobody for the step " + step);
    }

    @Override
    public boolean isAtRest() {
        return database.number("""
                        SELECT (SELECT count(*) FROM act_ru_job WHERE retries_ > 0
                                   AND coalesce(duedate_, '2000-01-01') <= now() AT TIME ZONE 'Asia/Shanghai')
                             + (SELECT count(*) FROM scheduled_tasks WHERE execution_time <= now())
                        """) == 0;
    }

    @Override
    public void lookFor(List<Loader.Known> tickets) {
        turn.over(tickets);
    }
}
