package org.shouwen.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
        Costs.Cost idle = cost("Opening, until its flow rests", "open", desk, stock, who -> {
            who.open(0);
            who.awaitRest();
        });
        cost("Full life of a ticket", "life", desk, stock, Contender::quietLife);
        cost("My work, 20", "my-work", desk, stock, who -> who.myWork(0));
        cost("Search by room", "by-room", desk, stock, who -> who.byRoom(0));
        report.add("Statements a second when idle, desk", Numbers.text(idle.idle()), "", "polls; in no count above");
    }

    /** Done to one side. */
    private interface Deed {

        void by(Contender contender);
    }

    private Costs.Cost cost(String what, String name, Desk desk, Stock stock, Deed deed) {
        Costs costs = new Costs(server);
        Costs.Cost ours = costs.of(
                desk.database(), DEEDS, () -> deed.by(desk), directory.resolve("statements-" + name + "-desk.txt"));
        Costs.Cost others = costs.of(
                stock.database(), DEEDS, () -> deed.by(stock), directory.resolve("statements-" + name + "-stock.txt"));
        report.add(what + ": statements", Numbers.text(ours.statements()), Numbers.text(others.statements()), "");
        report.add(what + ": rows written", Numbers.text(ours.rows()), Numbers.text(others.rows()), "");
        report.add(what + ": commits", Numbers.text(ours.commits()), Numbers.text(others.commits()), "that wrote");
        report.add(
                what + ": bytes of log",
                Numbers.text(ours.bytes()),
                Numbers.text(others.bytes()),
                "write-ahead log without page images");
        return ours;
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
