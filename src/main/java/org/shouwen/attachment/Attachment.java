package org.shouwen.attachment;

import java.time.Instant;
import java.util.Locale;

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

    private static final int KILO = 1024;

    /** @return how much it is, as people read it */
    public String size() {
        return bytes < KILO * KILO
                ? Math.max(1, bytes / KILO) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (KILO * KILO));
    }

    /** @return whether a page can show it; everything else is only ever saved */
    public boolean isPhoto() {
        return mediaType.equals(CleanFile.PHOTO);
    }
}
