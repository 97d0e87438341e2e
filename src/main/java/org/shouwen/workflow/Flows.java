package org.shouwen.workflow;

/**
 * Holds the flows while somebody tells the past: what happened then must not be overtaken by timers that, seen from
 * today, are due long since.
 */
public interface Flows {

    /** From now on no job runs by itself on this node. */
    void hold();

    /** Runs the steps that wait for nothing but their turn; no timer. */
    void step();

    /** Jobs and timers run by themselves again. */
    void release();
}
