package org.shouwen.bench;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * The desk beside the bare engine: one PostgreSQL, our jar and a stock Camunda application, the same deeds turn by turn.
 * Everything listens on this machine only, and ends with this run.
 */
public final class Bench {

    private static final Path DIRECTORY = Path.of("target", "bench");
    private static final int DEEDS = 20;
    private static final int TIMERS_A_SECOND = 10;
    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(40);

    private final Settings settings;
    private final Server server;
    private final Report report;
    private final Rounds rounds;
    private final Path deskJar;
    private final Path stockJar;
    private final int smtp;

    private Database deskData;
    private Database stockData;
    private Loader deskLoader;
    private Loader stockLoader;
    private Loader deskDrainLoader;
    private Loader stockDrainLoader;
    private List<Loader.Template> openTickets;
    private List<Loader.Template> closedTickets;
    private List<Loader.Template> openInstances;
    private List<Loader.Template> closedInstances;
    private List<Loader.Template> emptyTimers;

    private Bench(Settings settings, Server server, int smtp) {
        this.settings = settings;
        this.server = server;
        this.smtp = smtp;
        report = new Report(settings, server.version());
        rounds = new Rounds(settings);
        deskJar = deskJar();
        stockJar = StockJar.pack(DIRECTORY);
    }

    public static void main(String[] arguments) throws IOException {
        Settings settings = Settings.read();
        System.out.println(settings);
        empty(DIRECTORY);
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        AtomicBoolean over = new AtomicBoolean();
        Thread janitor = new Thread(() -> {
            while (!over.get()) {
                Pause.millis(2000);
                try {
                    mail.purgeEmailFromAllMailboxes();
                } catch (com.icegreen.greenmail.store.FolderException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        janitor.setDaemon(true);
        janitor.start();
        boolean fine;
        try (Server server = new Server(DIRECTORY.resolve("postgres"))) {
            Bench bench = new Bench(settings, server, mail.getSmtp().getPort());
            bench.run();
            bench.report.write();
            fine = !bench.report.hasTroubles();
        } finally {
            over.set(true);
            mail.stop();
        }
        System.exit(fine ? 0 : 1);
    }

    private static void empty(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(directory);
    }

    private static Path deskJar() {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("shouwen-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no packaged jar below target"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A part that fails leaves a line; the others go on. */
    private void part(String name, Runnable work) {
        if (!settings.wants(name)) {
            return;
        }
        System.out.println("--- " + name);
        try {
            work.run();
        } catch (RuntimeException e) {
            e.printStackTrace(System.out);
            report.trouble(name + ": " + e.getMessage());
        }
    }

    private void run() {
        seedDesk();
        seedStock();
        String small = Report.tickets(settings.small(), 0);
        String large = Report.tickets(settings.open(), 0);
        String old = Report.tickets(settings.open(), settings.closed());
        loadChecked();
        try (App deskApp = startDesk("desk", deskData);
                App stockApp = startStock("stock", stockData, List.of())) {
            Desk desk = new Desk(deskData, deskApp);
            Stock stock = new Stock(stockData, stockApp);
            part("loaded tickets live", () -> desk.toEnd(loaded(deskLoader)));
            part("small", () -> phases(small, desk, stock, 1));
            part("large", () -> {
                fill(settings.open());
                phases(large, desk, stock, 0);
            });
            part("old", () -> {
                fill(settings.open());
                age();
                phases(old, desk, stock, 0);
            });
            part("memory", () -> memory(desk, stock));
            part("costs", () -> costs(desk, stock));
            part("lag", () -> lag(desk, stock));
        }
        part("starts", this::starts);
        part("drain", this::drain);
        report.judge(large, old, small);
    }

    // What both start from

    private void seedDesk() {
        deskData = server.create("desk");
        record Made(String number, String home, String phone, String key) {}
        List<Made> open = new ArrayList<>();
        List<Made> closed = new ArrayList<>();
        try (App app = startDesk("desk-seed", deskData)) {
            new Desk(deskData, app).bringHomes(settings.homes());
            // Again, because it knows the homes it found
            Desk desk = new Desk(deskData, app);
            String[] until = {"dispatch", "dispatch", "accept", "inspectOnSite", null, null};
            for (int i = 0; i < until.length; i++) {
                String home = "B1-1-01%02d".formatted(i + 1);
                String phone = "1350000%04d".formatted(9000 + i);
                String key = "bench-template-" + i;
                String number = desk.open(i % 2 == 0 ? "desk1" : "desk2", home, phone, key, i % 2 == 0);
                desk.onward(number, until[i], i == 2 ? "plumber2" : "plumber1", desk::awaitRest);
                (until[i] == null ? closed : open).add(new Made(number, home, phone, key));
            }
            desk.awaitRest();
        }
        Schema schema = new Schema(deskData);
        java.util.function.Function<Made, Loader.Template> template = made -> Loader.Template.of(
                new Specimen(deskData, schema, made.number()),
                made.home(),
                deskData.text("SELECT label FROM home WHERE code = '" + made.home() + "'"),
                made.phone(),
                made.key());
        openTickets = open.stream().map(template).toList();
        closedTickets = closed.stream().map(template).toList();
        openTickets.forEach(ticket -> System.out.println(
                "rows of an open ticket: " + ticket.specimen().counts()));
        System.out.println(
                "rows of a closed ticket: " + closedTickets.get(0).specimen().counts());
        Database drain = server.copy(deskData, "desk_drain");
        deskData = server.database("desk");
        deskLoader = new Loader(deskData, Desk.PREFIX, Desk.HOMES);
        deskDrainLoader = new Loader(drain, Desk.PREFIX, Desk.HOMES);
    }

    private void seedStock() {
        stockData = server.create("stock");
        try (App app = startStock("stock-seed", stockData, List.of())) {
            Stock stock = new Stock(stockData, app);
            for (int i = 0; i < 6; i++) {
                String instance = stock.start(
                        "ST-26-T%05d".formatted(i),
                        "B1-1-01%02d".formatted(i + 1),
                        "1350000%04d".formatted(9000 + i),
                        i % 2 == 0 ? "plumber1" : "plumber2");
                if (i >= 4) {
                    stock.toEnd(instance);
                } else if (i >= 2) {
                    stock.onward(instance);
                }
            }
            stock.startTimer("ST-26-T00009");
        }
        Schema schema = new Schema(stockData);
        List<Loader.Template> made = Stream.of(0, 1, 2, 3, 4, 5)
                .map(i -> Loader.Template.of(
                        new Specimen(stockData, schema, "ST-26-T%05d".formatted(i)),
                        "B1-1-01%02d".formatted(i + 1),
                        null,
                        "1350000%04d".formatted(9000 + i),
                        null))
                .toList();
        openInstances = made.subList(0, 4);
        closedInstances = made.subList(4, 6);
        emptyTimers = List.of(
                Loader.Template.of(new Specimen(stockData, schema, "ST-26-T00009"), "no home", null, "no phone", null));
        System.out.println(
                "rows of an open instance: " + openInstances.get(0).specimen().counts());
        String homes = Stock.HOMES.formatted(settings.homes());
        Database drain = server.copy(stockData, "stock_drain");
        stockData = server.database("stock");
        stockLoader = new Loader(stockData, Stock.PREFIX, homes);
        stockDrainLoader = new Loader(drain, Stock.PREFIX, homes);
    }

    /** The small desk; and the proof that a loaded ticket has the rows of a real one. */
    private void loadChecked() {
        deskLoader.load(openTickets, settings.small(), Loader.Age.OPEN);
        deskLoader.check(openTickets, Loader.Age.OPEN);
        deskLoader.load(closedTickets, closedTickets.size(), Loader.Age.CLOSED);
        deskLoader.check(closedTickets, Loader.Age.CLOSED);
        stockLoader.load(openInstances, settings.small(), Loader.Age.OPEN);
        stockLoader.check(openInstances, Loader.Age.OPEN);
    }

    private static String loaded(Loader loader) {
        return loader.some(1, Loader.Age.OPEN).get(0).number();
    }

    /** Brings both to this many open ones. */
    private void fill(int open) {
        long tickets = open - deskData.number("SELECT count(*) FROM ticket WHERE is_open");
        if (tickets > 0) {
            loaded("desk", tickets, deskLoader.load(openTickets, (int) tickets, Loader.Age.OPEN));
        }
        long instances = open - stockData.number("SELECT count(*) FROM act_ru_execution WHERE parent_id_ IS NULL");
        if (instances > 0) {
            loaded("stock", instances, stockLoader.load(openInstances, (int) instances, Loader.Age.OPEN));
        }
    }

    private void age() {
        loaded("desk, closed", settings.closed(), deskLoader.load(closedTickets, settings.closed(), Loader.Age.CLOSED));
        if (settings.stockClosed() > 0) {
            loaded(
                    "stock, closed",
                    settings.stockClosed(),
                    stockLoader.load(closedInstances, settings.stockClosed(), Loader.Age.CLOSED));
        }
    }

    private static void loaded(String what, long count, Duration took) {
        System.out.printf("loaded %s: %d in %d s%n", what, count, took.toSeconds());
    }

    private App startDesk(String name, Database database) {
        return new App(
                name,
                deskJar,
                Desk.READY,
                List.of(
                        "--spring.profiles.active=demo",
                        "--shouwen.demo.tickets=false",
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + Server.APPLICATION,
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + smtp));
    }

    private App startStock(String name, Database database, List<String> more) {
        List<String> arguments = new ArrayList<>(List.of(
                "-Duser.timezone=Asia/Shanghai",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + Server.APPLICATION,
                "--server.address=127.0.0.1"));
        arguments.addAll(more);
        return new App(name, stockJar, Stock.READY, arguments);
    }

    // The phases

    private void phases(String tickets, Desk desk, Stock stock, int warmUps) {
        desk.lookFor(deskLoader.some(2000, Loader.Age.OPEN));
        stock.lookFor(stockLoader.some(2000, Loader.Age.OPEN));
        Http page = desk.page("desk1");
        List<Loader.Known> known = deskLoader.some(2000, Loader.Age.OPEN);
        Turn turn = new Turn();
        turn.over(known);
        for (int users : settings.users()) {
            measure("my work", tickets, users, warmUps, desk, stock, each(Contender::myWork));
            measure("group work", tickets, users, warmUps, desk, stock, each(Contender::groupWork));
            measure("by number", tickets, users, warmUps, desk, stock, each(Contender::byNumber));
            measure("by room", tickets, users, warmUps, desk, stock, each(Contender::byRoom));
            measure("by phone", tickets, users, warmUps, desk, stock, each(Contender::byPhone));
            measure("page: my desk", tickets, users, warmUps, desk, null, (who, user) -> shows(page, "/desk"));
            measure(
                    "page: ticket",
                    tickets,
                    users,
                    warmUps,
                    desk,
                    null,
                    (who, user) -> shows(page, "/desk/tickets/" + turn.next().number()));
        }
        // What writes comes last: it changes how many are open
        for (int users : settings.users()) {
            measure("open", tickets, users, warmUps, desk, stock, each(Contender::open));
            desk.findSteps();
            stock.findSteps();
            measure("complete a step", tickets, users, 0, desk, stock, Contender::completeStep);
            measure("full life", tickets, users, warmUps, desk, stock, each(Contender::life));
        }
    }

    private void measure(
            String phase, String tickets, int users, int warmUps, Desk desk, Stock stock, Rounds.Deed deed) {
        report.add(rounds.run(phase, tickets, users, Math.max(1, warmUps), desk, stock, deed));
    }

    private static boolean shows(Http page, String path) {
        page.get(path).must(200);
        return true;
    }

    private static Rounds.Deed each(java.util.function.BiConsumer<Contender, Integer> deed) {
        return (contender, user) -> {
            deed.accept(contender, user);
            return true;
        };
    }

    // Besides

    private void memory(Desk desk, Stock stock) {
        report.add(
                "Resident memory, MB",
                Numbers.text(desk.app().residentMegabytes()),
                Numbers.text(stock.app().residentMegabytes()),
                "after all phases");
        report.add(
                "Live heap after a full collection, MB",
                Numbers.text(desk.app().liveMegabytes()),
                Numbers.text(stock.app().liveMegabytes()),
                "of 512");
    }

    private void costs(Desk desk, Stock stock) {
        Costs costs = new Costs(server);
        Costs.Cost ourOpening = costs.of(
                deskData,
                DEEDS,
                () -> {
                    desk.open(0);
                    desk.awaitRest();
                },
                DIRECTORY.resolve("statements-desk-open.txt"));
        Costs.Cost stockOpening =
                costs.of(stockData, DEEDS, () -> stock.open(0), DIRECTORY.resolve("statements-stock-open.txt"));
        Costs.Cost ourLife = costs.of(
                deskData,
                DEEDS,
                () -> {
                    desk.open(0);
                    desk.lastToEnd();
                    desk.awaitRest();
                },
                DIRECTORY.resolve("statements-desk-life.txt"));
        Costs.Cost stockLife =
                costs.of(stockData, DEEDS, () -> stock.life(0), DIRECTORY.resolve("statements-stock-life.txt"));
        Costs.Cost ourList =
                costs.of(deskData, DEEDS, () -> desk.myWork(0), DIRECTORY.resolve("statements-desk-list.txt"));
        Costs.Cost stockList =
                costs.of(stockData, DEEDS, () -> stock.myWork(0), DIRECTORY.resolve("statements-stock-list.txt"));
        cost("Opening, until its flow rests", ourOpening, stockOpening);
        cost("Full life of a ticket", ourLife, stockLife);
        cost("My work", ourList, stockList);
        report.add(
                "Statements a second when idle",
                Numbers.text(ourLife.idle()),
                Numbers.text(stockLife.idle()),
                "polls; in no count above");
    }

    private void cost(String what, Costs.Cost ours, Costs.Cost stock) {
        report.add(what + ": statements", Numbers.text(ours.statements()), Numbers.text(stock.statements()), "");
        report.add(what + ": rows written", Numbers.text(ours.rows()), Numbers.text(stock.rows()), "");
        report.add(what + ": commits", Numbers.text(ours.commits()), Numbers.text(stock.commits()), "");
        report.add(
                what + ": log bytes",
                Numbers.text(ours.bytes()),
                Numbers.text(stock.bytes()),
                "PostgreSQL's write-ahead log");
    }

    private void lag(Desk desk, Stock stock) {
        Timers.Lag ours = lag(desk.database());
        Timers.Lag others = lag(stock.database());
        report.add(
                "Timer lag p50 / p95 / p99 / most, ms",
                text(ours),
                text(others),
                "%d a second come due; fired %d of %d and %d of %d"
                        .formatted(TIMERS_A_SECOND, ours.fired(), ours.set(), others.fired(), others.set()));
        report.goal(
                "Steady timer lag p99 at most 2 s",
                ours.set() == 0 ? "no timers in the diagrams" : Numbers.text(ours.p99()) + " ms",
                ours.set() == 0 ? null : ours.p99() <= 2000 && ours.fired() >= ours.set());
    }

    private Timers.Lag lag(Database database) {
        return new Timers(database).steady(settings.timers(), TIMERS_A_SECOND);
    }

    private static String text(Timers.Lag lag) {
        return lag.set() == 0
                ? "no timers"
                : "%s / %s / %s / %s"
                        .formatted(
                                Numbers.text(lag.p50()),
                                Numbers.text(lag.p95()),
                                Numbers.text(lag.p99()),
                                Numbers.text(lag.most()));
    }

    private void starts() {
        List<Double> ours = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        for (int i = 0; i < settings.starts(); i++) {
            try (App app = startDesk("desk-start", deskData)) {
                ours.add(app.start().toMillis() / 1000.0);
            }
            try (App app = startStock("stock-start", stockData, List.of())) {
                others.add(app.start().toMillis() / 1000.0);
            }
        }
        report.add(
                "Start to the first page, s",
                Numbers.ratio(ours),
                Numbers.ratio(others),
                "the middle of " + settings.starts() + ", on the full database");
        report.goal(
                "Start not slower than the stock webapp",
                Numbers.text(Numbers.median(ours)) + " s against " + Numbers.text(Numbers.median(others)) + " s",
                Numbers.median(ours) <= Numbers.median(others));
    }

    // Everything overdue at once

    private void drain() {
        int perTicket = (int) Math.max(
                1,
                openTickets.stream()
                        .mapToLong(ticket -> ticket.specimen().timers())
                        .min()
                        .orElse(1));
        deskDrainLoader.load(openTickets, settings.overdue() / perTicket, Loader.Age.OVERDUE);
        deskDrainLoader.check(openTickets, Loader.Age.OVERDUE);
        Database deskDrain = server.database("desk_drain");
        Timers.Drain ours;
        try (App app = startDesk("desk-drain", deskDrain)) {
            ours = drain(new Desk(deskDrain, app));
        }
        stockDrainLoader.load(emptyTimers, settings.overdue(), Loader.Age.OVERDUE);
        Database stockDrain = server.database("stock_drain");
        stockDrain.execute(Timers.index());
        Timers.Drain engines;
        try (App app = startStock("stock-drain", stockDrain, executor())) {
            Timers timers = new Timers(stockDrain);
            long released = timers.parked();
            timers.release();
            Pause.until(LONGEST_DRAIN, 500, timers::isDrained);
            engines = timers.drained(released);
        }
        report.add(
                "Drain of overdue clocks: timers a second",
                ours.released() == 0 ? "no timers" : Numbers.text(ours.perSecond()),
                Numbers.text(engines.perSecond()),
                "stock: empty timers, our executor's settings, history and index");
        report.add(
                "Drain: released, fired, jobs of every kind, left, incidents",
                "%d, %d, %d, %d, %d".formatted(ours.released(), ours.timers(), ours.jobs(), ours.left(), ours.failed()),
                "%d, %d, %d, %d, %d"
                        .formatted(
                                engines.released(), engines.timers(), engines.jobs(), engines.left(), engines.failed()),
                "in %s s and %s s".formatted(Numbers.text(ours.seconds()), Numbers.text(engines.seconds())));
        report.goal(
                "Overdue clocks drained at 0.9 of the engine's own rate for empty timers",
                ours.released() == 0
                        ? "no timers in the diagrams"
                        : Numbers.text(ours.perSecond() / engines.perSecond()),
                ours.released() == 0 ? null : ours.perSecond() >= 0.9 * engines.perSecond() && ours.left() == 0);
        levels(deskDrain);
    }

    private Timers.Drain drain(Desk desk) {
        Timers timers = new Timers(desk.database());
        List<Loader.Known> known = deskDrainLoader.some(500, Loader.Age.OVERDUE);
        Http page = desk.page("desk1");
        desk.lookFor(known);
        Turn turn = new Turn();
        turn.over(known);
        Runnable look = () -> {
            desk.groupWork(0);
            desk.byPhone(0);
            shows(page, "/desk");
            shows(page, "/desk/tickets/" + turn.next().number());
        };
        desk.awaitRest();
        for (int i = 0; i < 100; i++) {
            look.run();
        }
        Latencies atRest = looks(look, 100, () -> false);
        long released = timers.parked();
        timers.release();
        long end = System.nanoTime() + LONGEST_DRAIN.toNanos();
        Latencies meanwhile = looks(look, Integer.MAX_VALUE, () -> timers.isDrained() || System.nanoTime() > end);
        double factor = meanwhile.millis(0.5) / atRest.millis(0.5);
        report.add(
                "Four pages of the desk, p50 / p95, ms: at rest",
                Numbers.text(atRest.millis(0.5)) + " / " + Numbers.text(atRest.millis(0.95)),
                "",
                "list, search, my desk, a ticket; one after another");
        report.add(
                "The same while the clocks drain",
                Numbers.text(meanwhile.millis(0.5)) + " / " + Numbers.text(meanwhile.millis(0.95)),
                "",
                meanwhile.count() + " times");
        report.goal(
                "Pages at most twice as slow while the clocks drain",
                released == 0 ? "no timers in the diagrams" : Numbers.text(factor) + " times (p50)",
                released == 0 ? null : factor <= 2);
        return timers.drained(released);
    }

    /** Looks, with a breath in between, so that the pages are measured and not what they cost the others. */
    private static Latencies looks(Runnable look, int most, java.util.function.BooleanSupplier over) {
        List<Long> nanos = new ArrayList<>();
        while (nanos.size() < most && !over.getAsBoolean()) {
            long from = System.nanoTime();
            look.run();
            nanos.add(System.nanoTime() - from);
            Pause.millis(100);
        }
        return Latencies.of(nanos.stream().mapToLong(Long::longValue).toArray());
    }

    /** Who was told how often, where the desk keeps it. */
    private void levels(Database database) {
        if (!database.has("escalation")) {
            return;
        }
        for (Map<String, String> row : database.rows("""
                SELECT cause, level, count(*) AS told, count(*) - count(DISTINCT (ticket, cycle)) AS twice
                  FROM escalation GROUP BY cause, level ORDER BY cause, level
                """)) {
            report.add(
                    "Told after the drain: %s, level %s".formatted(row.get("cause"), row.get("level")),
                    row.get("told"),
                    "",
                    row.get("twice") + " twice");
        }
    }

    /** @return our executor's settings for the stock application, and what else makes the comparison a hard one */
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
            arguments.add("--camunda.bpm.generic-properties.properties.ensure-job-due-date-not-null=true");
            arguments.add("--spring.datasource.hikari.maximum-pool-size=24");
            return arguments;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
