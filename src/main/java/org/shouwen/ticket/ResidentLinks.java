package org.shouwen.ticket;

import java.time.Instant;

/** The page on which a resident sees his own matter, by a link that only he gets. */
public interface ResidentLinks {

    /**
     * Stands in a text where the link belongs, until the text leaves the house: what is stored, copied to staff or shown in
     * a list opens nothing. Wordings know it as {@code link}.
     */
    String PLACE = "〔业主专用链接〕";

    /** @return the address of a new link to this ticket's page; earlier ones go on */
    String fresh(String ticket, Instant at);
}
