package org.shouwen.repair;

/** What the desks ask of a running repair beside what every flow offers. */
public interface RepairExecution {

    /** Another slot was agreed; whoever waits for the visit waits for that one. */
    void rescheduled(String number);
}
