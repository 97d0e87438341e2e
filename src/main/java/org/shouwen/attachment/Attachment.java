package org.shouwen.attachment;

import java.time.Instant;

/**
 * A photo or a document of a ticket.
 *
 * @param id random, so that it says nothing and cannot be guessed
 * @param name what it is called where it is saved, with its ending
 * @param item code of what it was handed in for, or null: for the ticket as a whole
 * @param about what it shows, as whoever added it says; or null
 * @param by code of the member of staff, or {@code resident}
 */
public record Attachment(
        String id,
        String ticket,
        String name,
        String mediaType,
        int bytes,
        String item,
        String about,
        String by,
        Instant at) {

    /** @return whether a page can show it; everything else is only ever saved */
    public boolean isPhoto() {
        return mediaType.equals(CleanFile.PHOTO);
    }
}
