package org.shouwen.renovation;

/**
 * The firm that does the work.
 *
 * @param qualification number of its qualification certificate (资质证书)
 * @param person who is responsible on site; null until he was named
 * @param phone his telephone; for our own pages and papers only, never in a form or a task; null until he was named
 */
public record Contractor(String firm, String qualification, String person, String phone) {

    /** @return whether somebody can be reached who answers for the work */
    public boolean isReachable() {
        return person != null && phone != null;
    }
}
