package org.shouwen.access.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: ten failures of one account or from one address within a quarter of an hour, then nobody gets
 * in there until the oldest is a quarter of an hour old. Counted per node, in a map that never grows beyond its bound.
 */
@Component
class SignInThrottle {

    static final int FAILURES = 10;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final int BOUND = 20_000;

    private final Clock clock;
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > BOUND;
        }
    };

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /**
     * Begins an attempt. It counts as a failure of the account until it {@linkplain #succeeded succeeds}, so that
     * guesses sent at the same time are counted too.
     *
     * @return whether it may go on
     */
    synchronized boolean begin(String account, String address) {
        if (count(key("account", account)) >= FAILURES || count(key("address", address)) >= FAILURES) {
            return false;
        }
        note(key("account", account));
        return true;
    }

    synchronized void failed(String account, String address) {
        note(key("address", address));
    }

    synchronized void succeeded(String account) {
        failures.remove(key("account", account));
    }

    private int count(String key) {
        Deque<Instant> moments = failures.get(key);
        if (moments == null) {
            return 0;
        }
        Instant since = clock.instant().minus(WINDOW);
        moments.removeIf(moment -> !moment.isAfter(since));
        if (moments.isEmpty()) {
            failures.remove(key);
        }
        return moments.size();
    }

    private void note(String key) {
        Deque<Instant> moments = failures.remove(key);
        if (moments == null) {
            moments = new ArrayDeque<>();
        }
        if (moments.size() == FAILURES) {
            moments.removeFirst();
        }
        moments.addLast(clock.instant());
        failures.put(key, moments);
    }

    private static String key(String kind, String name) {
        return kind + " " + (name.length() > 64 ? name.substring(0, 64) : name);
    }
}
