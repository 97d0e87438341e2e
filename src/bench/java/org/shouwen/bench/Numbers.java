package org.shouwen.bench;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Figures as people read them. */
final class Numbers {

    /** Beyond this the rounds differ too much for their middle to say anything. */
    static final double STABLE = 0.30;

    private Numbers() {}

    static double median(List<Double> values) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** @return how far the rounds lie apart, as a share of their middle */
    static double spread(List<Double> values) {
        return values.size() < 2 ? 0 : (Collections.max(values) - Collections.min(values)) / median(values);
    }

    /** @return the middle; with the range where the rounds differ too much */
    static String ratio(List<Double> ratios) {
        return spread(ratios) > STABLE
                ? "%s (unstable: %s to %s)"
                        .formatted(text(median(ratios)), text(Collections.min(ratios)), text(Collections.max(ratios)))
                : text(median(ratios));
    }

    /** @return three figures that mean something */
    static String text(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
