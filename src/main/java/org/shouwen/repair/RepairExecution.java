package org.shouwen.repair;

/** What the desk asks of the running repair. */
public interface RepairExecution {

    /** Starts the flow of a registered repair, in the same transaction. */
    void start(String number);

    /** The resident has withdrawn: wherever it is, the flow ends. */
    void withdraw(String number);

    /** The resident has urged. */
    void urge(String number);
}
