package org.shouwen.access.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: ten failures from one address within a quarter of an hour, then nobody gets in from there until the
 * oldest is a quarter of an hour old, but in a browser in which he was signed in before; that has ten of its own. An account
 * is shut to strangers after a hundred, from however many addresses: whoever guesses from one keeps nobody else out. Counted
 * per node, in a map that never grows beyond its bound.
 */
@Component
class SignInThrottle {

    static final int FAILURES = 10;
    static final int FAILURES_OF_AN_ACCOUNT = 100;
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
     * Begins an attempt. It counts as a failure until it {@linkplain #succeeded succeeds}, so that guesses sent at the same
     * time are counted too.
     *
     * @param device in which this account was signed in before, if there is one
     * @return whether it may go on
     */
    synchronized boolean begin(String account, String address, Optional<String> device) {
        Map<String, Integer> limits = limits(account, address, device);
        if (limits.entrySet().stream().anyMatch(limit -> count(limit.getKey()) >= limit.getValue())) {
            return false;
        }
        limits.keySet().forEach(this::note);
        return true;
    }

    synchronized void succeeded(String account, String address, Optional<String> device) {
        limits(account, address, device).keySet().forEach(key -> {
            Deque<Instant> moments = failures.get(key);
            if (moments != null) {
                moments.pollLast();
            }
        });
    }

    private static Map<String, Integer> limits(String account, String address, Optional<String> device) {
        return device.map(known -> Map.of(key("device", known), FAILURES))
                .orElseGet(() ->
                        Map.of(key("address", address), FAILURES, key("account", account), FAILURES_OF_AN_ACCOUNT));
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
        moments.addLast(clock.instant());
        failures.put(key, moments);
    }

    private static String key(String kind, String name) {
        return kind + " " + (name.length() > 64 ? name.substring(0, 64) : name);
    }
}
