package org.shouwen.bench;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Known tickets, one after another, for all users together. */
final class Turn {

    private final AtomicInteger at = new AtomicInteger();
    private volatile List<Loader.Known> tickets = List.of();

    void over(List<Loader.Known> known) {
        tickets = known;
    }

    Loader.Known next() {
        List<Loader.Known> known = tickets;
        return known.get(Math.floorMod(at.getAndIncrement(), known.size()));
    }
}
