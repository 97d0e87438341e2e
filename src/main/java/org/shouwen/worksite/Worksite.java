package org.shouwen.worksite;

import java.time.Instant;
import java.util.Optional;

/**
 * The site of a registered renovation, from the certificate to the closed file.
 *
 * @param phase as the last patrol that came in found it
 * @param patrolDue when the next patrol has to have been there
 * @param completionReported since when the house has to inspect; empty while people work
 * @param passed when the work passed the inspection
 * @param depositReturned when the deposit went back; empty where it did not yet, or there is none
 * @param filed when the file was closed
 */
public record Worksite(
        String ticket,
        String site,
        Instant openedAt,
        Phase phase,
        Instant patrolDue,
        Optional<Instant> completionReported,
        Optional<Instant> passed,
        Optional<Instant> depositReturned,
        Optional<Instant> filed) {

    /** @return whether a patrol should have been there by now */
    public boolean late(Instant now) {
        return atWork() && now.isAfter(patrolDue);
    }

    /** @return where it stands, as people read it */
    public String stage() {
        if (filed.isPresent()) {
            return "已归档";
        }
        if (passed.isPresent()) {
            return "验收合格，待归档";
        }
        return completionReported.isPresent() ? "已报完工，待验收" : "施工中";
    }

    /** @return whether people work there, so that it is patrolled */
    public boolean atWork() {
        return completionReported.isEmpty() && passed.isEmpty();
    }
}
