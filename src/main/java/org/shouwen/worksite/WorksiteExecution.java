package org.shouwen.worksite;

/** What the desks ask of the running flows. */
public interface WorksiteExecution {

    /**
     * The owner says that the work is done.
     *
     * @throws org.shouwen.problem.Refusal where the flow does not wait for it
     */
    void completionReported(String ticket);

    /** A violation was found: it goes its own way. */
    void startViolation(Violation violation, boolean inWriting);
}
