package org.shouwen.testing.process;

import java.util.concurrent.atomic.AtomicInteger;

/** A bean that every model may call: where it sings, a text of somebody's was evaluated. */
public class Canary {

    private final AtomicInteger songs = new AtomicInteger();

    public int sing() {
        return songs.incrementAndGet();
    }

    /** @return how often it sang since the last time somebody listened */
    public int heard() {
        return songs.getAndSet(0);
    }
}
