package org.shouwen.bench;

import java.util.Arrays;

/** How long requests took, in order of length; nanoseconds. */
record Latencies(long[] sorted) {

    static Latencies of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    int count() {
        return sorted.length;
    }

    /** @return milliseconds within which this share of the requests was answered */
    double millis(double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int at = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, at)] / 1e6;
    }
}
