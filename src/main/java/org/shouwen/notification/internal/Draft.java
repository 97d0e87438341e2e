package org.shouwen.notification.internal;

import java.time.Instant;
import org.shouwen.notification.ChannelKind;

/**
 * A notice that is not recorded yet.
 *
 * @param ticket number, or null where it concerns none
 * @param enclosure name of the paper that goes along, or null
 * @param occasion what happened, once
 */
record Draft(
        String ticket,
        String template,
        ChannelKind channel,
        String addressee,
        String address,
        Text text,
        String enclosure,
        String occasion,
        Instant at) {

    /** A notice in the app. */
    static Draft inApp(String ticket, String template, String staff, Text text, String occasion, Instant at) {
        return new Draft(ticket, template, ChannelKind.IN_APP, staff, null, text, null, occasion, at);
    }

    String dedupeKey() {
        return String.join("|", ticket == null ? "" : ticket, template, addressee, channel.name(), occasion);
    }
}
