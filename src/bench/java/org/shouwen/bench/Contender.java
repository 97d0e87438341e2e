package org.shouwen.bench;

import java.time.Duration;
import java.util.List;

/** One of the two that are measured, as its users see it: over HTTP. */
interface Contender {

    String name();

    Database database();

    App app();

    /** Opens a ticket and remembers it. */
    void open(int user);

    /** The first twenty of one person's work. */
    void myWork(int user);

    /** The first twenty that wait for somebody of a group. */
    void groupWork(int user);

    void byNumber(int user);

    void byRoom(int user);

    void byPhone(int user);

    /** Finds the first steps of what was opened; not measured. */
    void findSteps();

    /** Steps are rationed: what is left is for so many rounds. */
    void ration(int rounds);

    /** Nothing was opened yet. */
    void forget();

    /** @return whether there was a first step left to complete */
    boolean completeStep(int user);

    /** One ticket from opening to closing; every next step is looked up as a person would. */
    void life(int user);

    /** The same with nobody else around and no look too many: for counting. */
    void quietLife();

    /** @return whether nothing goes on by itself any more */
    boolean isAtRest();

    default void awaitRest() {
        if (!Pause.until(Duration.ofMinutes(10), 20, this::isAtRest)) {
            throw new IllegalStateException("the flows do not come to rest");
        }
    }

    /** What the searches look for. */
    void lookFor(List<Loader.Known> tickets);
}
