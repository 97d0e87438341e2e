package org.shouwen.complaint;

/** What the desks ask of a running complaint beside what every flow offers. */
public interface ComplaintExecution {

    /** A promised measure becomes a task; it ends with the complaint that is withdrawn. */
    void startMeasure(Measure measure);

    /** A promised measure is no task any more; whoever had it, and the resident, are told. */
    void giveUp(Measure measure);
}
