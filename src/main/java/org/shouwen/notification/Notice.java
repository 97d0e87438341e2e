package org.shouwen.notification;

import java.time.Instant;
import org.shouwen.ticket.TimelineEntry;
import org.shouwen.workflow.NoticeNames;

/**
 * Something a person was told, or is to be told.
 *
 * @param ticket number of the ticket it is about, or null
 * @param template name of its wording, as it was called then
 * @param addressee code of the member of staff, {@link #RESIDENT} or {@link #SECOND_PERSON}
 * @param address address of the channel; null in the app
 * @param enclosure name of the paper that goes along, or null
 * @param dedupeKey unique: the same notice is recorded once, however often it is asked for
 * @param attempts failed attempts so far
 * @param lastError why the last attempt failed, or null
 * @param sentAt when the channel took it, or null
 * @param readAt when the addressee marked it read, or null; in the app only
 */
public record Notice(
        long id,
        String ticket,
        String template,
        ChannelKind channel,
        String addressee,
        String address,
        String subject,
        String body,
        String enclosure,
        String dedupeKey,
        Status status,
        int attempts,
        String lastError,
        Instant createdAt,
        Instant sentAt,
        Instant readAt) {

    /** The addressee where the notice goes to the person who reported the matter. */
    public static final String RESIDENT = "resident";

    /** The addressee where the notice asks somebody beside him. */
    public static final String SECOND_PERSON = TimelineEntry.SECOND_PERSON;

    public boolean isToResident() {
        return RESIDENT.equals(addressee);
    }

    public boolean isToSecondPerson() {
        return SECOND_PERSON.equals(addressee);
    }

    /** @return what a second person is asked for; null: it is to somebody else */
    public String purpose() {
        return isToSecondPerson() ? NoticeNames.event(template) : null;
    }

    /** @return the same with what is shown of where it went, and of why it did not */
    Notice shown(String where, String why) {
        return new Notice(
                id, ticket, template, channel, addressee, where, subject, body, enclosure, dedupeKey, status, attempts,
                why, createdAt, sentAt, readAt);
    }

    public boolean isRead() {
        return readAt != null;
    }

    /** What became of it. */
    public enum Status {
        WAITING("待发送"),
        SENT("已发出"),
        DEAD("发送失败"),
        DISCARDED("已放弃");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }
}
