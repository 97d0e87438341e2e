package org.shouwen.renovation;

/** What the desks ask of a running renovation beside what every flow offers. */
public interface RenovationExecution {

    /**
     * By link everything has come that was still open: it waits to be looked at.
     *
     * @throws org.shouwen.problem.Refusal where the applicant is just being told what is missing
     */
    void supplemented(String number);
}
