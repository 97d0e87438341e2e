package org.shouwen.complaint;

/** What the desks ask of the running complaint. */
public interface ComplaintExecution {

    /** Starts the flow of a registered complaint, in the same transaction. */
    void start(String number);

    /** The resident has withdrawn: wherever it is, the flow ends, and so does what was promised to put right. */
    void withdraw(String number);

    /** The resident has urged. */
    void urge(String number);

    /**
     * A closed complaint starts again where an unhappy answer would have brought it.
     *
     * @throws org.shouwen.problem.Refusal where its flow has not ended yet
     */
    void reopen(String number);

    /** A promised measure becomes a task. */
    void startMeasure(Measure measure);
}
