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

    /**
     * What was reported was put right afterwards.
     *
     * @return whether its flow waited for it, and tells the resident
     * @throws org.shouwen.problem.Refusal where its flow is about to tell of the report
     */
    boolean violationRestored(Violation violation);

    /** The certificate was revoked: somebody looks whether they have stopped. */
    void certificateRevoked(String ticket);

    /** The file is closed: nobody waits for what was reported and not put right any more. */
    void siteFiled(String ticket);
}
