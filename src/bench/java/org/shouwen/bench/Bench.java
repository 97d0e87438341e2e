package org.shouwen.bench;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The desk beside the bare engine: one PostgreSQL, our jar and a stock Camunda application, the same deeds turn by turn.
 * Everything listens on this machine only, and ends with this run.
 */
public final class Bench {

    private static final Path DIRECTORY = Path.of("target", "bench");
    private static final int KNOWN = 2000;

    private final Settings settings;
    private final Server server;
    private final Apps apps;
    private final Report report;
    private Seed tickets;
    private Seed instances;
    private Database deskData;
    private Database drainData;
    private Database stockData;
    private Loader deskLoader;
    private Loader stockLoader;

    private Bench(Settings settings, Server server, Apps apps) {
        this.settings = settings;
        this.server = server;
        this.apps = apps;
        report = new Report(settings, server.version());
    }

    public static void main(String[] arguments) throws IOException {
        Settings settings = Settings.read();
        System.out.println(settings);
        empty(DIRECTORY);
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        forget(mail);
        boolean fine;
        try (Server server = new Server(DIRECTORY.resolve("postgres"))) {
            Bench bench = new Bench(
                    settings,
                    server,
                    Apps.packed(DIRECTORY, settings.jvm(), mail.getSmtp().getPort()));
            bench.run();
            bench.report.write();
            fine = !bench.report.hasTroubles();
        } finally {
            mail.stop();
        }
        System.exit(fine ? 0 : 1);
    }

    private static void empty(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(directory);
    }

    /** Nobody reads the mails; they must not fill the memory. */
    private static void forget(GreenMail mail) {
        Thread janitor = new Thread(() -> {
            while (true) {
                Pause.millis(2000);
                try {
                    mail.purgeEmailFromAllMailboxes();
                } catch (FolderException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        janitor.setDaemon(true);
        janitor.start();
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
        // What is measured so far is kept, whatever comes
        report.write();
    }

    private void run() {
        seed();
        String small = Report.tickets(settings.small(), 0);
        String large = Report.tickets(settings.open(), 0);
        String old = Report.tickets(settings.open(), settings.closed());
        Besides besides = new Besides(settings, server, report, DIRECTORY);
        try (App deskApp = apps.desk("desk", deskData);
                App stockApp = apps.stock("stock", stockData)) {
            Desk desk = new Desk(deskData, deskApp);
            Stock stock = new Stock(stockData, stockApp);
            Phases phases = new Phases(settings, report, desk, stock);
            desk.lookFor(known(deskLoader));
            stock.lookFor(known(stockLoader));
            part(
                    "loaded tickets live",
                    () -> known(deskLoader).stream().limit(8).forEach(ticket -> desk.toEnd(ticket.number())));
            part("warm-up", () -> phases.warmUp(known(deskLoader), known(stockLoader)));
            part("small", () -> phases.read(small, known(deskLoader), known(stockLoader)));
            part("large", () -> {
                fill();
                phases.read(large, known(deskLoader), known(stockLoader));
                phases.write(large);
            });
            part("old", () -> {
                fill();
                age();
                phases.read(old, known(deskLoader), known(stockLoader));
            });
            part("memory", () -> besides.memory(desk, stock));
            part("costs", () -> besides.costs(desk, stock));
            part("lag", () -> besides.lag(desk, stock));
        }
        part("starts", () -> besides.starts(apps, deskData, stockData));
        part("drain", this::drain);
    }

    /** The small desk; and the proof that a loaded ticket has the rows of a real one. */
    private void seed() {
        deskData = server.create("desk");
        tickets = Seed.ofDesk(deskData, apps, settings.homes());
        tickets.print("desk");
        drainData = server.copy(deskData, "desk_drain");
        deskData = server.database("desk");
        deskLoader = new Loader(deskData, Desk.PREFIX, Desk.HOMES);
        deskLoader.load(tickets.open(), settings.small(), Loader.Age.OPEN);
        deskLoader.check(tickets.open(), Loader.Age.OPEN);
        // Enough of them that the youngest of each kind still has its history
        deskLoader.load(tickets.closed(), 20 * tickets.closed().size(), Loader.Age.CLOSED);
        deskLoader.check(tickets.closed(), Loader.Age.CLOSED);

        stockData = server.create("stock");
        instances = Seed.ofStock(stockData, apps);
        instances.print("stock");
        stockLoader = new Loader(stockData, Stock.PREFIX, Stock.HOMES.formatted(settings.homes()));
        stockLoader.load(instances.open(), settings.small(), Loader.Age.OPEN);
        stockLoader.check(instances.open(), Loader.Age.OPEN);
    }

    private static List<Loader.Known> known(Loader loader) {
        return loader.some(KNOWN, Loader.Age.OPEN);
    }

    /** Brings both to as many open ones as the large desk has. */
    private void fill() {
        load(
                "desk",
                deskLoader,
                tickets.open(),
                Loader.Age.OPEN,
                "SELECT count(*) FROM ticket WHERE is_open",
                deskData);
        load(
                "stock",
                stockLoader,
                instances.open(),
                Loader.Age.OPEN,
                "SELECT count(*) FROM act_ru_execution WHERE parent_id_ IS NULL",
                stockData);
    }

    private void load(
            String name,
            Loader loader,
            List<Loader.Template> templates,
            Loader.Age age,
            String counted,
            Database database) {
        long missing = settings.open() - database.number(counted);
        if (missing > 0) {
            load(name, loader, templates, (int) missing, age);
        }
    }

    private void age() {
        load("desk", deskLoader, tickets.closed(), settings.closed(), Loader.Age.CLOSED);
        if (settings.stockClosed() > 0) {
            load("stock", stockLoader, instances.closed(), settings.stockClosed(), Loader.Age.CLOSED);
        }
    }

    private static void load(String name, Loader loader, List<Loader.Template> templates, int count, Loader.Age age) {
        System.out.printf(
                "loaded %d tickets (%s, %s) in %d s%n",
                count, name, age, loader.load(templates, count, age).toSeconds());
    }

    private void drain() {
        Drain drain = new Drain(report);
        Loader loader = new Loader(drainData, Desk.PREFIX, Desk.HOMES);
        loader.load(tickets.open(), settings.overdue() / Math.max(1, tickets.timers()), Loader.Age.OVERDUE);
        loader.check(tickets.open(), Loader.Age.OVERDUE);
        Timers.Drained ours;
        try (App app = apps.desk("desk-drain", drainData)) {
            ours = drain.ofDesk(new Desk(drainData, app), loader.some(KNOWN, Loader.Age.OVERDUE));
        }
        Database engineData = server.create("engine_drain");
        List<Loader.Template> timer = List.of(Seed.ofEngine(engineData, apps));
        new Loader(engineData, Stock.PREFIX, Stock.HOMES.formatted(1))
                .load(timer, settings.overdue(), Loader.Age.OVERDUE);
        engineData.execute(Timers.indexes());
        try (App app = apps.engine("engine-drain", engineData)) {
            drain.report(ours, drain.ofEngine(engineData));
        }
        drain.levels(drainData);
    }
}
