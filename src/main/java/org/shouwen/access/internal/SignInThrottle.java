package org.shouwen.access.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: ten failures from one address within a quarter of an hour, then nobody gets in from there until the
 * oldest is a quarter of an hour old, but in a browser in which he was signed in before; that has ten of its own. From a
 * hundred failures of an account on, from however many addresses, each address has one try a minute for it: whoever guesses
 * keeps nobody out who comes from elsewhere with the right password, and is seen in the log. Counted per node, in a map that
 * never grows beyond its bound.
 */
@Component
class SignInThrottle {

    static final int FAILURES = 10;
    static final int FAILURES_OF_AN_ACCOUNT = 100;
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final Duration BETWEEN_TRIES = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(SignInThrottle.class);

    private static final int BOUND = 20_000;
    private static final int IPV4 = 4;

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
        List<String> counted = counted(account, address, device);
        if (count(counted.get(0), WINDOW) >= FAILURES) {
            return false;
        }
        if (device.isEmpty()) {
            int guesses = count(counted.get(1), WINDOW);
            if (guesses >= FAILURES_OF_AN_ACCOUNT && count(counted.get(2), BETWEEN_TRIES) > 0) {
                return false;
            }
            if (guesses == FAILURES_OF_AN_ACCOUNT) {
                LOG.warn(
                        "Passwords are guessed: {} failures within {} minutes for {}",
                        guesses,
                        WINDOW.toMinutes(),
                        StoredAccounts.loggable(account));
            }
        }
        counted.forEach(this::note);
        return true;
    }

    synchronized void succeeded(String account, String address, Optional<String> device) {
        counted(account, address, device).forEach(key -> {
            Deque<Instant> moments = failures.get(key);
            if (moments != null) {
                moments.pollLast();
            }
        });
    }

    /** @return what the attempt counts for, first whoever makes it; then, of a stranger, the account and both together */
    private static List<String> counted(String account, String address, Optional<String> device) {
        String network = network(address);
        return device.map(known -> List.of(key("device", known)))
                .orElseGet(() ->
                        List.of(key("address", network), key("account", account), key("try " + network, account)));
    }

    /** Whoever has an address of the sixth version has as many as he likes with the same first half. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == IPV4 ? address : HexFormat.of().formatHex(bytes, 0, bytes.length / 2);
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private int count(String key, Duration window) {
        Deque<Instant> moments = failures.get(key);
        if (moments == null) {
            return 0;
        }
        Instant since = clock.instant().minus(window);
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
