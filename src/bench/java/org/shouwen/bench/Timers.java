package org.shouwen.bench;

import java.time.Duration;
import java.util.Map;

/**
 * Timers as they fire, noted by a trigger at the moment their job is deleted. For the same look at both engines the
 * bench moves due dates in the job table; how a timer came to be and what follows is the application's.
 */
final class Timers {

    private static final String ZONE = "Asia/Shanghai";
    private static final String PARKED =
            "type_ = 'timer' AND duedate_ BETWEEN now() + interval '1000 days' AND '2900-01-01'";

    private final Database database;

    Timers(Database database) {
        this.database = database;
        database.execute(
                "CREATE UNLOGGED TABLE IF NOT EXISTS bench_fired (at timestamptz, due timestamp, kind text)",
                """
                CREATE OR REPLACE FUNCTION bench_fired() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    INSERT INTO bench_fired VALUES (clock_timestamp(), OLD.duedate_, OLD.type_);
                    RETURN NULL;
                END $$
                """,
                "CREATE OR REPLACE TRIGGER bench_fired AFTER DELETE ON act_ru_job FOR EACH ROW EXECUTE FUNCTION bench_fired()",
                "TRUNCATE bench_fired");
    }

    long parked() {
        return database.number("SELECT count(*) FROM act_ru_job WHERE " + PARKED);
    }

    /** @return the same indexes as ours, for an engine that has them not */
    static String[] indexes() {
        return new String[] {
            "CREATE INDEX IF NOT EXISTS SHOUWEN_JOB_DUEDATE ON ACT_RU_JOB(DUEDATE_)",
            "CREATE INDEX IF NOT EXISTS SHOUWEN_JOB_TURN ON ACT_RU_JOB(PRIORITY_ DESC, DUEDATE_)",
            "CREATE INDEX IF NOT EXISTS SHOUWEN_JOB_LOCKED ON ACT_RU_JOB(LOCK_EXP_TIME_)"
        };
    }

    /**
     * How late timers are that become due one after another.
     *
     * @param fired of those that were set
     * @param p50 milliseconds between due and fired
     */
    record Lag(long set, long fired, double p50, double p95, double p99, double most) {}

    /** @param perSecond how many become due in a second */
    Lag steady(int count, int perSecond) {
        long set = Math.min(count, parked());
        database.execute("TRUNCATE bench_fired", """
                WITH chosen AS (SELECT id_, row_number() OVER (ORDER BY md5(id_)) AS n FROM act_ru_job
                                 WHERE %s ORDER BY md5(id_) LIMIT %d)
                UPDATE act_ru_job j
                   SET duedate_ = now() AT TIME ZONE '%s' + interval '3 seconds' + c.n * interval '1 second' / %d
                  FROM chosen c WHERE c.id_ = j.id_
                """.formatted(PARKED, count, ZONE, perSecond));
        Pause.until(
                Duration.ofSeconds(3 + count / perSecond + 90),
                200,
                () -> database.number("SELECT count(*) FROM bench_fired WHERE kind = 'timer'") >= set);
        Map<String, String> row = database.rows("""
                SELECT count(*) AS fired, percentile_disc(0.5) WITHIN GROUP (ORDER BY late) AS p50,
                       percentile_disc(0.95) WITHIN GROUP (ORDER BY late) AS p95,
                       percentile_disc(0.99) WITHIN GROUP (ORDER BY late) AS p99, max(late) AS most
                  FROM (SELECT extract(epoch FROM at - (due AT TIME ZONE '%s')) * 1000 AS late FROM bench_fired
                         WHERE kind = 'timer') f
                """.formatted(ZONE)).get(0);
        return new Lag(
                set,
                Long.parseLong(row.get("fired")),
                number(row.get("p50")),
                number(row.get("p95")),
                number(row.get("p99")),
                number(row.get("most")));
    }

    /** Lets all timers go at once. */
    void release() {
        database.execute(
                "TRUNCATE bench_fired",
                "UPDATE act_ru_job SET duedate_ = duedate_ - make_interval(days => " + Loader.PARKED_DAYS + ") WHERE "
                        + PARKED);
    }

    boolean isDrained() {
        return database.number("SELECT count(*) FROM act_ru_job WHERE retries_ > 0 AND coalesce(duedate_, '2000-01-01')"
                        + " <= now() AT TIME ZONE '" + ZONE + "'")
                == 0;
    }

    /**
     * A drain.
     *
     * @param released timers that were due at once
     * @param timers that fired, those among them that the first ones made
     * @param jobs of every kind that were done
     * @param perSecond timers a second, up to the last one
     * @param left due and not done
     * @param failed out of tries
     */
    record Drained(long released, long timers, long jobs, double perSecond, double seconds, long left, long failed) {}

    Drained drained(long released) {
        Map<String, String> row = database.rows("""
                SELECT count(*) AS jobs, count(*) FILTER (WHERE kind = 'timer') AS timers,
                       extract(epoch FROM max(at) FILTER (WHERE kind = 'timer') - min(at)) AS seconds
                  FROM bench_fired
                """).get(0);
        double seconds = number(row.get("seconds"));
        long timers = Long.parseLong(row.get("timers"));
        return new Drained(
                released,
                timers,
                Long.parseLong(row.get("jobs")),
                timers / seconds,
                seconds,
                database.number("SELECT count(*) FROM act_ru_job WHERE handler_type_ <> 'history-cleanup'"
                        + " AND coalesce(duedate_, '2000-01-01') <= now() AT TIME ZONE '" + ZONE + "'"),
                database.number("SELECT count(*) FROM act_hi_incident"));
    }

    private static double number(String text) {
        return text == null ? Double.NaN : Double.parseDouble(text);
    }
}
