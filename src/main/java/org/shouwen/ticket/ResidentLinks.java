package org.shouwen.ticket;

import java.time.Instant;

/** The page on which a resident sees his own matter, or a second person what he is asked, by a link that only he gets. */
public interface ResidentLinks {

    /**
     * Stands in a text where the link belongs, until the text leaves the house: what is stored, copied to staff or shown in
     * a list opens nothing. Wordings know it as {@code link}.
     */
    String PLACE = "〔业主专用链接〕";

    /**
     * @param purpose what a second person is asked; null: the resident himself looks on
     * @param occasion what the link goes out with; sent once more, that has the same link again, unless staff made it invalid
     * @return the address of a link to that page of this ticket; earlier ones go on
     */
    String of(String ticket, String purpose, String occasion, Instant at);

    /** @return whether whoever reported the ticket has moved out of its home: what goes on there is not told to him by mail */
    default boolean isOfFormerResident(String ticket, Instant at) {
        return false;
    }
}
