package org.shouwen.repair;

/** What the desks ask of a running repair beside what every flow offers. */
public interface RepairExecution {

    /** Another slot was agreed; whoever waits for the visit waits for that one. */
    void rescheduled(String number);

    /** How a leak is repaired was promised: somebody is to tell the resident. */
    void planPromised(String number);

    /** Nobody waits for the plan any more, though it was not told. */
    void planNotNeeded(String number);

    /** An approved major repair begins, or begins again: how it stands is told from now on. */
    void majorBegun(String number);

    /** How a major repair stands is not told any more; nothing happens where there is none. */
    void majorOver(String number);
}
