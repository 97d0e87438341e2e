package org.shouwen.returnvisit;

/** What the desks ask of the running visits. */
public interface ReturnVisitExecution {

    /**
     * The resident answered by himself: nobody has to ask any more.
     *
     * @param satisfied whether the matter ends there
     */
    void answered(String number, int round, boolean satisfied);

    /** It rained: the closed leak is visited once more. */
    void startRainCheck(String number, int round);
}
