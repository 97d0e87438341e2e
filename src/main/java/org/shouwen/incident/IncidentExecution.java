package org.shouwen.incident;

/** What the desks ask of the flows of an incident. */
public interface IncidentExecution {

    /** The incident has ended: its followers are asked, some at a time, in jobs. */
    void close(String incident);

    /** The reporter of one follower is told the result and asked. */
    void ask(String follower);

    /** A text goes to all reporters, some at a time, in jobs. */
    void announce(String incident, long announcement);
}
