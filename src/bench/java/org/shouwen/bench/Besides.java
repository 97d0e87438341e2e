package org.shouwen.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What is measured once: memory, costs, lag, starts. */
final class Besides {

    private static final int DEEDS = 20;
    private static final int TIMERS_A_SECOND = 10;

    private final Settings settings;
    private final Server server;
    private final Report report;
    private final Path directory;

    Besides(Settings settings, Server server, Report report, Path directory) {
        this.settings = settings;
        this.server = server;
        this.report = report;
        this.directory = directory;
    }

    void memory(Desk desk, Stock stock) {
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

    void costs(Desk desk, Stock stock) {
        desk.forget();
        stock.forget();
        Costs ours = new Costs(server, desk.database());
        Costs others = new Costs(server, stock.database());
        BiConsumer<String, Consumer<Contender>> both = (what, deed) -> cost(
                what,
                ours.of(DEEDS, () -> deed.accept(desk), file(what, desk)),
                others.of(DEEDS, () -> deed.accept(stock), file(what, stock)));
        both.accept("Opening, until its flow rests", who -> {
            who.open(0);
            who.awaitRest();
        });
        both.accept("Full life", Contender::quietLife);
        both.accept("My work", who -> who.myWork(0));
        both.accept("Search by room", who -> who.byRoom(0));
        Http page = desk.page("desk1");
        ours.of(DEEDS, () -> page.get("/desk").must(200), file("Page my desk", desk));
        String ticket = "/desk/tickets/"
                + desk.database().text("SELECT number FROM ticket WHERE status = 'CLOSED' ORDER BY id DESC LIMIT 1");
        ours.of(DEEDS, () -> page.get(ticket).must(200), file("Page ticket", desk));
        report.add("Statements a second when idle", Numbers.text(ours.idle()), Numbers.text(others.idle()), "polls");
    }

    private Path file(String what, Contender who) {
        return directory.resolve(
                "statements-%s-%s.txt".formatted(what.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"), who.name()));
    }

    private void cost(String what, Costs.Cost ours, Costs.Cost others) {
        report.add(what + ": statements", Numbers.text(ours.statements()), Numbers.text(others.statements()), "");
        if (ours.rows() + others.rows() > 0) {
            report.add(what + ": rows written", Numbers.text(ours.rows()), Numbers.text(others.rows()), "");
            report.add(what + ": commits", Numbers.text(ours.commits()), Numbers.text(others.commits()), "that wrote");
            report.add(
                    what + ": bytes of log",
                    Numbers.text(ours.bytes()),
                    Numbers.text(others.bytes()),
                    "write-ahead log without page images");
        }
    }

    void lag(Desk desk, Stock stock) {
        Timers.Lag ours = new Timers(desk.database()).steady(settings.timers(), TIMERS_A_SECOND);
        Timers.Lag others = new Timers(stock.database()).steady(settings.timers(), TIMERS_A_SECOND);
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

    void starts(Apps apps, Database desk, Database stock) {
        List<Double> ours = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        for (int i = 0; i < settings.starts(); i++) {
            try (App app = apps.desk("desk-start", desk)) {
                ours.add(app.start().toMillis() / 1000.0);
            }
            try (App app = apps.stock("stock-start", stock)) {
                others.add(app.start().toMillis() / 1000.0);
            }
        }
        report.add(
                "Start to the first page, s",
                Numbers.ratio(ours),
                Numbers.ratio(others),
                "the middle of " + settings.starts() + ", in turns, on the full databases");
        report.goal(
                "Start not slower than the stock webapp",
                Numbers.text(Numbers.median(ours)) + " s against " + Numbers.text(Numbers.median(others)) + " s",
                Numbers.median(ours) <= Numbers.median(others));
    }
}
