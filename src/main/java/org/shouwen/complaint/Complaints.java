package org.shouwen.complaint;

import java.util.List;
import java.util.Optional;

/** What complaints keep beside their tickets. */
public interface Complaints {

    void add(String number, Complaint complaint);

    /** @throws org.shouwen.problem.Refusal not found, with a sentence */
    Complaint get(String number);

    Optional<Complaint> find(String number);

    /** The resident has said what he wants. */
    void wanted(String number, String wish);

    void investigated(String number, Investigation investigation);

    Optional<Investigation> lastInvestigation(String number);

    /** @return number of the complaint's next answer, from 1 */
    int nextRound(String number);

    /** @param letter the paper that goes out, or null */
    void answered(Answer answer, byte[] letter);

    /** @return the answers, first one first */
    List<Answer> answers(String number);

    /** @return the letter as it went out */
    Optional<byte[]> letter(String number, int round);

    void mediated(String number, Mediation mediation);

    Optional<Mediation> lastMediation(String number);

    /** Keeps the verdict; a later one takes the place of the one before. */
    void judged(String number, Complaint.Verdict verdict);
}
