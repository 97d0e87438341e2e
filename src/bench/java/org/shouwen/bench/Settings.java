package org.shouwen.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How large the run is; each is a system property {@code bench.<name>}.
 *
 * @param quick a run of about two minutes, to see that the instrument works; its figures mean nothing
 * @param small open tickets of the small desk
 * @param open open tickets of the large desk
 * @param closed closed tickets of the old desk, beside the open ones
 * @param stockClosed the same for the stock engine, whose lists read its runtime tables only ({@code bench.stock.closed})
 * @param homes homes of the estate
 * @param users numbers of users at once
 * @param warm seconds that each deed is done before anything counts
 * @param rounds rounds a side, after one that does not count
 * @param seconds length of a round
 * @param overdue clocks that are overdue at once
 * @param timers clocks that become due one after another
 * @param starts starts a side
 * @param only which parts to run, a regular expression
 * @param phases which deeds to measure, a regular expression
 * @param jvm JVM options for our application, for example a flight recording; separated by spaces
 * @param report the page that gets the tables
 */
record Settings(
        boolean quick,
        int small,
        int open,
        int closed,
        int stockClosed,
        int homes,
        List<Integer> users,
        double warm,
        int rounds,
        double seconds,
        int overdue,
        int timers,
        int starts,
        Pattern only,
        Pattern phases,
        List<String> jvm,
        Path report) {

    static Settings read() {
        boolean quick = Boolean.parseBoolean(text("quick", "false"));
        return new Settings(
                quick,
                number("small", quick ? 100 : 1_000),
                number("open", quick ? 300 : 100_000),
                number("closed", quick ? 500 : 1_000_000),
                number("stock.closed", 0),
                number("homes", quick ? 500 : 20_000),
                Arrays.stream(text("users", quick ? "4" : "1,4,16").split(","))
                        .map(String::strip)
                        .map(Integer::valueOf)
                        .toList(),
                Double.parseDouble(text("warm", quick ? "1" : "60")),
                number("rounds", quick ? 2 : 3),
                Double.parseDouble(text("seconds", quick ? "0.5" : "1")),
                number("overdue", quick ? 300 : 100_000),
                number("timers", quick ? 50 : 600),
                number("starts", quick ? 1 : 3),
                Pattern.compile(text("only", ".*")),
                Pattern.compile(text("phases", ".*")),
                Arrays.stream(text("jvm", "").split(" "))
                        .filter(option -> !option.isBlank())
                        .toList(),
                Path.of(text("report", quick ? "target/bench/benchmarks.md" : "docs/benchmarks.md")));
    }

    boolean wants(String part) {
        return only.matcher(part).find();
    }

    boolean measures(String phase) {
        return phases.matcher(phase).find();
    }

    private static int number(String name, int otherwise) {
        return Integer.parseInt(text(name, String.valueOf(otherwise)).replace("_", ""));
    }

    /** Maven hands an unset property on as an empty one, or as its own placeholder. */
    private static String text(String name, String otherwise) {
        String set = System.getProperty("bench." + name, "");
        return set.isBlank() || set.startsWith("${") ? otherwise : set;
    }
}
