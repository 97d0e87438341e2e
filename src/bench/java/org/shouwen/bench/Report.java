package org.shouwen.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came of it, as a page: tables between two marks, so that notes around them stay. */
final class Report {

    private static final String BEGIN = "<!-- measured: written by mvn -Pbench verify -->";
    private static final String END = "<!-- end of measured -->";

    private final Settings settings;
    private final Map<String, String> machine = new LinkedHashMap<>();
    private final List<Rounds.Result> results = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final List<String> goals = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();

    Report(Settings settings, String postgres) {
        this.settings = settings;
        Runtime runtime = Runtime.getRuntime();
        machine.put("Date", LocalDate.now().toString());
        machine.put("Cores", String.valueOf(runtime.availableProcessors()));
        machine.put("Memory", memory());
        machine.put("JDK", System.getProperty("java.vm.name") + " " + Runtime.version());
        machine.put("System", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        machine.put("PostgreSQL", postgres + ", the same machine, fsync on, synchronous_commit on");
        machine.put(
                "Stock",
                "Camunda " + System.getProperty("bench.camunda") + " starters (rest, webapp), default settings");
        machine.put("Both", "packed jars, -Xmx512m, the client on the same machine");
        machine.put(
                "Rounds",
                "%d a side, %s s each, in turns, the first not counted"
                        .formatted(settings.rounds(), settings.seconds()));
    }

    private static String memory() {
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemTotal"))
                    .map(line -> (Long.parseLong(line.replaceAll("\\D", "")) >> 20) + " GB")
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    void add(Rounds.Result result) {
        results.add(result);
        if (result.ours().settling() > 0.5) {
            add(
                    "Seconds until the flows rest after a round of \"%s\", %s, %d users"
                            .formatted(result.phase(), result.desk(), result.users()),
                    Numbers.text(result.ours().settling()),
                    Numbers.text(result.stock().settling()),
                    "");
        }
    }

    /** One line beside the phases. */
    void add(String what, String ours, String stock, String remark) {
        String row = "| %s | %s | %s | %s |".formatted(what, ours, stock, remark);
        others.add(row);
        System.out.println(row);
    }

    void trouble(String what) {
        troubles.add(what);
        System.out.println("TROUBLE " + what);
    }

    boolean hasTroubles() {
        return !troubles.isEmpty();
    }

    /** @param met null where it was not measured */
    void goal(String goal, String measured, Boolean met) {
        goals.add(row(goal, measured, met));
    }

    private static String row(String goal, String measured, Boolean met) {
        return "| %s | %s | %s |".formatted(goal, measured, met == null ? "not measured" : met ? "met" : "**not met**");
    }

    List<Rounds.Result> results() {
        return results;
    }

    static String line(Rounds.Result result) {
        return "| %s | %s | %d | %s | %s | %s |%s"
                .formatted(
                        result.phase(),
                        result.desk(),
                        result.users(),
                        side(result.ours()),
                        side(result.stock()),
                        Numbers.ratio(result.ratios()),
                        failures(result));
    }

    private static String side(Side side) {
        Latencies all = side.all();
        return "%s | %s | %s | %s"
                .formatted(
                        Numbers.text(side.rate()),
                        Numbers.text(all.millis(0.5)),
                        Numbers.text(all.millis(0.95)),
                        Numbers.text(all.millis(0.99)));
    }

    private static String failures(Rounds.Result result) {
        List<String> texts = new ArrayList<>();
        for (Side side : List.of(result.ours(), result.stock())) {
            if (side.failures() > 0) {
                texts.add(" " + side.failures() + " failed: " + side.failure());
            }
        }
        return String.join(";", texts);
    }

    void write() {
        String tables = text();
        try {
            Path page = settings.report();
            String before = "# Benchmarks\n\n";
            String after = "\n";
            if (Files.exists(page)) {
                String old = Files.readString(page);
                if (old.contains(BEGIN) && old.contains(END)) {
                    before = old.substring(0, old.indexOf(BEGIN));
                    after = old.substring(old.indexOf(END) + END.length());
                }
            }
            if (page.getParent() != null) {
                Files.createDirectories(page.getParent());
            }
            Files.writeString(page, before + BEGIN + "\n\n" + tables + "\n" + END + after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        if (settings.quick()) {
            text.append("A quick run: it shows that the instrument works, its figures mean nothing.\n\n");
        }
        text.append("| Machine | |\n|---|---|\n");
        machine.forEach((name, value) -> text.append("| %s | %s |\n".formatted(name, value)));
        text.append("\n| Goal | Measured | |\n|---|---|---|\n");
        judged().forEach(row -> text.append(row).append('\n'));
        goals.forEach(row -> text.append(row).append('\n'));
        text.append("""

                Rates are requests a second (the middle round), times milliseconds (all rounds), the ratio is desk to stock, the \
                middle of the rounds' own ratios. "Unstable": the rounds differ by more than %d %% of their middle.

                | Phase | Tickets | Users | Desk /s | p50 | p95 | p99 | Stock /s | p50 | p95 | p99 | Ratio |
                |---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
                """.formatted((int) (Numbers.STABLE * 100)));
        results.forEach(
                result -> text.append(line(result).replaceAll("\\|[^|]*$", "|")).append('\n'));
        if (!others.isEmpty()) {
            text.append("\n| Besides | Desk | Stock | |\n|---|---:|---:|---|\n");
            others.forEach(row -> text.append(row).append('\n'));
        }
        List<String> failed = results.stream()
                .filter(result -> result.ours().failures() + result.stock().failures() > 0)
                .map(result ->
                        result.phase() + ", " + result.desk() + ", " + result.users() + " users:" + failures(result))
                .toList();
        if (!troubles.isEmpty() || !failed.isEmpty()) {
            text.append("\nTroubles:\n\n");
            troubles.forEach(trouble -> text.append("- ").append(trouble).append('\n'));
            failed.forEach(trouble -> text.append("- ").append(trouble).append('\n'));
        }
        return text.toString();
    }

    /** The goals of the table's own phases. */
    private List<String> judged() {
        String small = tickets(settings.small(), 0);
        String large = tickets(settings.open(), 0);
        String old = tickets(settings.open(), settings.closed());
        List<Double> opening = ratios("open", large);
        List<Double> lists = new ArrayList<>(ratios("my work", large));
        lists.addAll(ratios("group work", large));
        List<String> slower = new ArrayList<>();
        boolean met = true;
        for (String phase : List.of("my work", "group work", "by number", "by room", "by phone")) {
            double factor = alone(phase, old) / alone(phase, small);
            if (!Double.isNaN(factor)) {
                met &= factor <= 2;
                slower.add(phase + " " + Numbers.text(factor));
            }
        }
        return List.of(
                row("Opening at least 0.8 of stock", range(opening), least(opening, 0.8)),
                row("Lists at least 5 times stock at " + large, range(lists), least(lists, 5)),
                row(
                        "Lists and searches at most twice as slow at " + old + " as at " + small,
                        String.join(", ", slower),
                        slower.isEmpty() ? null : met));
    }

    private List<Double> ratios(String phase, String desk) {
        return results.stream()
                .filter(result -> result.phase().equals(phase) && result.desk().equals(desk))
                .map(result -> Numbers.median(result.ratios()))
                .filter(ratio -> !ratio.isNaN())
                .toList();
    }

    /** @return median milliseconds of one user, or of the fewest there were */
    private double alone(String phase, String desk) {
        return results.stream()
                .filter(result -> result.phase().equals(phase) && result.desk().equals(desk))
                .findFirst()
                .map(result -> result.ours().all().millis(0.5))
                .orElse(Double.NaN);
    }

    private static String range(List<Double> values) {
        return values.isEmpty()
                ? "–"
                : Numbers.text(Collections.min(values)) + " to " + Numbers.text(Collections.max(values));
    }

    private static Boolean least(List<Double> values, double goal) {
        return values.isEmpty() ? null : Collections.min(values) >= goal;
    }

    static String tickets(int open, int closed) {
        return closed == 0
                ? String.format(Locale.ROOT, "%,d open", open)
                : String.format(Locale.ROOT, "%,d open, %,d closed", open, closed);
    }
}
