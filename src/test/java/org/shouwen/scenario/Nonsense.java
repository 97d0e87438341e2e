package org.shouwen.scenario;

import java.util.List;
import java.util.stream.Stream;

/** What nobody means to send, and how much of it is sent. */
final class Nonsense {

    /** In the gate a part; {@code -Dfuzz=20000} is all of it. */
    static final int REQUESTS = Integer.getInteger("fuzz", 1_200);

    /** {@code -Dfuzz.seed} repeats one. */
    static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());

    static final List<String> MOMENTS = List.of("2026-12-05T10:00", "2026-11-27T18:00");

    static final List<String> TEXTS = Stream.concat(
                    Stream.of(
                            "",
                            " ",
                            "\0",
                            "文\0字",
                            "null",
                            "0",
                            "-1",
                            "1",
                            "99999999999999999999",
                            "1e400",
                            "NaN",
                            "true",
                            "[]",
                            "{}",
                            "长".repeat(5_000),
                            "x".repeat(70_000),
                            "\ud83d",
                            "💧𠀀",
                            "\u202e反\u0007",
                            "' OR 1=1; DROP TABLE ticket; --",
                            "%",
                            "_",
                            "../../etc/passwd",
                            "a,b",
                            "2026-11-23",
                            "2026-11-23T18:00",
                            "+999999999-01-01T00:00",
                            "-999999999-01-01",
                            "0000-00-00",
                            "25:61",
                            "2026-13",
                            "13812345678",
                            "REPAIR",
                            "HOME_PLUMBING",
                            "1-1-101",
                            "MANAGER",
                            "desk1",
                            "nobody",
                            "a@b.example"),
                    GuardedDesk.TEXTS.stream())
            .toList();

    static final List<String> JSON = List.of(
            "null",
            "true",
            "-1",
            "1.5",
            "1e999",
            "99999999999999999999999",
            "[]",
            "{}",
            "[null]",
            "[\"\\u0000\"]",
            "[[]]",
            "{\"a\":1}",
            "\"\\ud83d\"",
            "\"\\u0000\"");

    private Nonsense() {}
}
