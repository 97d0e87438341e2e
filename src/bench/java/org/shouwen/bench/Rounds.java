package org.shouwen.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;

/** The same deed by both, turn by turn, by several users at once. */
final class Rounds {

    private static final Duration LONGEST_SETTLING = Duration.ofMinutes(5);

    private final Settings settings;

    Rounds(Settings settings) {
        this.settings = settings;
    }

    /** What is measured. */
    interface Deed {

        /** @return false where there is nothing left to do */
        boolean by(Contender contender, int user);
    }

    /** Both sides of one phase with a number of users. */
    record Result(String phase, String desk, int users, Side ours, Side stock) {

        /** @return ours to stock, round by round */
        List<Double> ratios() {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < Math.min(ours.rates().size(), stock.rates().size()); i++) {
                ratios.add(ours.rates().get(i) / stock.rates().get(i));
            }
            return ratios;
        }
    }

    /**
     * @param desk what is in the database
     * @param stock null where stock has nothing like it
     */
    Result run(String phase, String desk, int users, Contender ours, Contender stock, Deed deed) {
        Side ourSide = new Side();
        Side stockSide = new Side();
        // The first round does not count
        for (int round = -1; round < settings.rounds(); round++) {
            ours.ration(settings.rounds() - round);
            round(ours, users, deed, settings.seconds(), round < 0 ? new Side() : ourSide);
            if (stock != null) {
                stock.ration(settings.rounds() - round);
                round(stock, users, deed, settings.seconds(), round < 0 ? new Side() : stockSide);
            }
        }
        Result result = new Result(phase, desk, users, ourSide, stockSide);
        System.out.println(Report.line(result));
        return result;
    }

    /** Until the compilers have seen enough of it. */
    void warmUp(Contender contender, Deed deed) {
        round(contender, 4, deed, settings.warm(), new Side());
    }

    private void round(Contender contender, int users, Deed deed, double length, Side side) {
        List<List<Long>> nanos = new ArrayList<>();
        AtomicInteger failures = new AtomicInteger();
        AtomicReference<String> failure = new AtomicReference<>();
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        long nanosLong = (long) (length * 1e9);
        long[] from = new long[1];
        for (int user = 0; user < users; user++) {
            int me = user;
            List<Long> mine = new ArrayList<>();
            nanos.add(mine);
            Thread thread = new Thread(() -> {
                try {
                    start.await();
                } catch (InterruptedException e) {
                    return;
                }
                while (System.nanoTime() - from[0] < nanosLong) {
                    long begun = System.nanoTime();
                    try {
                        if (!deed.by(contender, me)) {
                            return;
                        }
                        mine.add(System.nanoTime() - begun);
                    } catch (RuntimeException e) {
                        failures.incrementAndGet();
                        failure.compareAndSet(null, String.valueOf(e.getMessage()));
                        // Not a thousand times a second
                        Pause.millis(50);
                    }
                }
            });
            thread.start();
            threads.add(thread);
        }
        from[0] = System.nanoTime();
        start.countDown();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        double seconds = (System.nanoTime() - from[0]) / 1e9;
        // What the flows still do must not fall into the other's turn
        long before = System.nanoTime();
        boolean rested = Pause.until(LONGEST_SETTLING, 20, contender::isAtRest);
        double settled = (System.nanoTime() - before) / 1e9;
        Latencies latencies = Latencies.of(nanos.stream()
                .flatMapToLong(mine ->
                        LongStream.of(mine.stream().mapToLong(Long::longValue).toArray()))
                .toArray());
        if (latencies.count() > 0) {
            side.add(latencies, seconds, settled);
        }
        if (failures.get() > 0) {
            side.failed(failures.get(), failure.get());
        }
        if (!rested) {
            side.failed(1, "its flows did not come to rest");
        }
    }
}
