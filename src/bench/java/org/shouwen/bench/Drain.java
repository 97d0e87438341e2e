package org.shouwen.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Everything overdue at once: how fast it is worked off, and how the pages are meanwhile. */
final class Drain {

    private static final Duration LONGEST = Duration.ofMinutes(7);
    private static final int LOOKS = 100;

    private final Report report;

    Drain(Report report) {
        this.report = report;
    }

    Timers.Drained ofDesk(Desk desk, List<Loader.Known> tickets) {
        Timers timers = new Timers(desk.database());
        Http page = desk.page("desk1");
        desk.lookFor(tickets);
        Turn turn = new Turn();
        turn.over(tickets);
        Runnable look = () -> {
            desk.groupWork(0);
            desk.byPhone(0);
            page.get("/desk").must(200);
            page.get("/desk/tickets/" + turn.next().number()).must(200);
        };
        desk.awaitRest();
        looks(look, 2 * LOOKS, 0, () -> false);
        Latencies atRest = looks(look, LOOKS, 100, () -> false);
        long released = timers.parked();
        if (released > 0) {
            timers.release();
            long end = System.nanoTime() + LONGEST.toNanos();
            pages(atRest, looks(look, Integer.MAX_VALUE, 100, () -> timers.isDrained() || System.nanoTime() > end));
        } else {
            report.goal("Pages at most twice as slow while the clocks drain", "no timers in the diagrams", null);
        }
        return timers.drained(released);
    }

    Timers.Drained ofEngine(Database database) {
        Timers timers = new Timers(database);
        long released = timers.parked();
        timers.release();
        Pause.until(LONGEST, 500, timers::isDrained);
        return timers.drained(released);
    }

    /** Looks, with a breath in between, so that the pages are measured and not what they cost the others. */
    private static Latencies looks(Runnable look, int most, long breath, BooleanSupplier over) {
        List<Long> nanos = new ArrayList<>();
        while (nanos.size() < most && !over.getAsBoolean()) {
            long from = System.nanoTime();
            look.run();
            nanos.add(System.nanoTime() - from);
            Pause.millis(breath);
        }
        return Latencies.of(nanos.stream().mapToLong(Long::longValue).toArray());
    }

    private void pages(Latencies atRest, Latencies meanwhile) {
        report.add("Four pages in turn at rest, p50 / p95, ms", text(atRest), "", "list, search, my desk, a ticket");
        report.add(
                "Four pages in turn while clocks drain, p50 / p95, ms",
                text(meanwhile),
                "",
                meanwhile.count() + " times");
        double factor = meanwhile.millis(0.5) / atRest.millis(0.5);
        report.goal(
                "Pages at most twice as slow while the clocks drain",
                Numbers.text(factor) + " times (p50)",
                factor <= 2);
    }

    private static String text(Latencies latencies) {
        return Numbers.text(latencies.millis(0.5)) + " / " + Numbers.text(latencies.millis(0.95));
    }

    void report(Timers.Drained ours, Timers.Drained engine) {
        boolean none = ours.released() == 0;
        report.add(
                "Drain of overdue clocks, timers a second",
                none ? "no timers" : Numbers.text(ours.perSecond()),
                Numbers.text(engine.perSecond()),
                "stock: empty timers with our executor's settings, history and index");
        report.add(
                "Drain: released, fired, jobs of every kind, left, incidents",
                text(ours),
                text(engine),
                "in %s s and %s s".formatted(Numbers.text(ours.seconds()), Numbers.text(engine.seconds())));
        report.goal(
                "Overdue clocks drained at 0.9 of the engine's own rate for empty timers",
                none ? "no timers in the diagrams" : Numbers.text(ours.perSecond() / engine.perSecond()),
                none ? null : ours.perSecond() >= 0.9 * engine.perSecond() && ours.left() == 0);
    }

    private static String text(Timers.Drained drained) {
        return "%d, %d, %d, %d, %d"
                .formatted(drained.released(), drained.timers(), drained.jobs(), drained.left(), drained.failed());
    }

    /** Who was told how often, where the desk keeps it. */
    void levels(Database database) {
        if (!database.has("escalation")) {
            return;
        }
        for (Map<String, String> row : database.rows("""
                SELECT cause, level, count(*) AS told, count(*) - count(DISTINCT (ticket, cycle)) AS twice
                  FROM escalation GROUP BY cause, level ORDER BY cause, level
                """)) {
            report.add(
                    "Told by the drain: %s, level %s".formatted(row.get("cause"), row.get("level")),
                    row.get("told"),
                    "",
                    row.get("twice") + " twice");
        }
    }
}
