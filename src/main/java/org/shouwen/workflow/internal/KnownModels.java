package org.shouwen.workflow.internal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What the engine read of its models a moment ago. Models hardly ever change, and the engine asks for them at every step;
 * what another node deploys or suspends is seen when that moment is over, what this node does at once.
 */
@Component
final class KnownModels {

    private final long age;
    private final Map<Object, Known> known = new ConcurrentHashMap<>();

    private record Known(Object what, long at) {}

    @Autowired
    KnownModels(@Value("${shouwen.models-age-seconds:5}") long seconds) {
        this(Duration.ofSeconds(seconds));
    }

    /** @param age how long what was read is taken to be so */
    KnownModels(Duration age) {
        this.age = age.toNanos();
    }

    /** @return what is known under that name, or what {@code reader} reads now; null is not kept */
    @SuppressWarnings("unchecked")
    <T> T known(Object name, Supplier<T> reader) {
        Known kept = known.get(name);
        if (kept != null && System.nanoTime() - kept.at() < age) {
            return (T) kept.what();
        }
        long before = System.nanoTime();
        T read = reader.get();
        if (read != null) {
            known.put(name, new Known(read, before));
        }
        return read;
    }

    void forget() {
        known.clear();
    }
}
