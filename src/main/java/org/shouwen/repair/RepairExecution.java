package org.shouwen.repair;

/** What the desk asks of the running repair. */
public interface RepairExecution {

    /** Starts the flow of a registered repair, in the same transaction. */
    void start(String number);

    /** The resident has withdrawn: wherever it is, the flow ends. */
    void withdraw(String number);

    /** Another ticket settles it: wherever it is, the flow ends. */
    void join(String number);

    /**
     * A repair that another ticket did not settle is worked on by itself.
     *
     * @param external whether somebody outside the house repairs
     * @param told whether the resident was told what he has to know already, so that the flow begins after that
     * @throws org.shouwen.problem.Refusal where its former flow has not ended yet
     */
    void proceed(String number, boolean urgent, boolean external, boolean told);

    /** The resident has urged. */
    void urge(String number);

    /**
     * Another post has to do it, or it is more urgent than it was: whoever does it is settled anew.
     *
     * @param external whether somebody outside the house repairs
     */
    void moved(String number, boolean urgent, boolean external);

    /** Another slot was agreed; whoever waits for the visit waits for that one. */
    void rescheduled(String number);

    /**
     * A closed repair starts again where an unhappy answer would have brought it.
     *
     * @throws org.shouwen.problem.Refusal where its flow has not ended yet
     */
    void reopen(String number, boolean urgent);
}
