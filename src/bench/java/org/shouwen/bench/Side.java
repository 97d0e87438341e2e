package org.shouwen.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** What one contender did in one phase, over all its rounds. */
final class Side {

    private final List<Double> rates = new ArrayList<>();
    private final List<Latencies> latencies = new ArrayList<>();
    private double settling;
    private int failures;
    private String failure;

    /**
     * @param seconds from the first request to the last answer
     * @param settled seconds until nothing went on by itself any more
     */
    void add(Latencies round, double seconds, double settled) {
        latencies.add(round);
        rates.add(round.count() / seconds);
        settling += settled;
    }

    void failed(int count, String first) {
        failures += count;
        failure = failure == null ? first : failure;
    }

    List<Double> rates() {
        return rates;
    }

    /** @return requests a second; the middle round */
    double rate() {
        return Numbers.median(rates);
    }

    Latencies all() {
        return Latencies.of(latencies.stream()
                .flatMapToLong(round -> LongStream.of(round.sorted()))
                .toArray());
    }

    /** @return seconds of settling a round */
    double settling() {
        return rates.isEmpty() ? 0 : settling / rates.size();
    }

    int failures() {
        return failures;
    }

    String failure() {
        return failure;
    }
}
