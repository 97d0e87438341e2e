package org.shouwen.renovation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is kept with a renovation on its way to the certificate: papers, opinions, agreement, receipts. */
public interface Dossiers {

    /** Papers were handed in; one that was handed in before is handed in anew. */
    void handedIn(String ticket, Collection<HandedIn> papers);

    /** @return in the order in which they came */
    List<HandedIn> handedIn(String ticket);

    /** A paper that came by link does not do: it is as if it had not come. */
    void notAccepted(String ticket, Collection<String> codes);

    /** The identity document was seen; of its number nothing but the end is kept (D13). */
    void identified(String ticket, String lastFour);

    /** @return the last four characters of the identity document that was seen */
    Optional<String> identity(String ticket);

    /** @param due when the applicant has waited too long, and why it is then */
    void waits(String ticket, Instant due, String explanation);

    /** @return until when it waits for the applicant, as long as it does */
    Optional<Wait> waiting(String ticket);

    void opined(String ticket, Opinion opinion);

    /** @return oldest first */
    List<Opinion> opinions(String ticket);

    void signed(String ticket, Agreement agreement);

    Optional<Agreement> agreement(String ticket);

    /** @return false where that party has received them already */
    boolean received(String ticket, CautionReceipt receipt);

    List<CautionReceipt> receipts(String ticket);

    /** @param explanation why it is that moment, in Chinese */
    record Wait(Instant due, String explanation) {}
}
