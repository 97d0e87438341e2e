package org.shouwen.rights;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How often something may be done within a while. Counted per node, in a map that never grows beyond its bound. */
@Component
public class Pace {

    private static final int BOUND = 20_000;

    private final Clock clock;
    private final Map<String, Deque<Instant>> deeds = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > BOUND;
        }
    };

    public Pace(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts a deed, unless there were too many.
     *
     * @param who what is counted together
     * @return whether it may be done
     */
    public synchronized boolean allows(String who, int most, Duration within) {
        if (isUsedUp(who, most, within)) {
            return false;
        }
        Deque<Instant> moments = deeds.remove(who);
        if (moments == null) {
            moments = new ArrayDeque<>();
        }
        moments.addLast(clock.instant());
        deeds.put(who, moments);
        return true;
    }

    /** @return whether there were too many already; nothing is counted */
    public synchronized boolean isUsedUp(String who, int most, Duration within) {
        Deque<Instant> moments = deeds.get(who);
        if (moments == null) {
            return false;
        }
        Instant now = clock.instant();
        Instant since = now.minus(within);
        // A clock that was set back makes nobody wait until the old time comes again
        moments.removeIf(moment -> !moment.isAfter(since) || moment.isAfter(now));
        return moments.size() >= most;
    }
}
