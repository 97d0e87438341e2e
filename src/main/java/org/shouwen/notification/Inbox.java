package org.shouwen.notification;

import java.time.Instant;
import java.util.List;

/** What members of staff were told in the app. */
public interface Inbox {

    /**
     * @param size 1 to 100
     * @param after {@link Page#next()} of the page before, or null
     * @return the person's notices, newest first
     */
    Page page(String staff, int size, Long after);

    /** More than these are not counted. */
    int MOST_UNREAD = 100;

    /** @return how many the person has not read, at most {@link #MOST_UNREAD} */
    int unread(String staff);

    /**
     * Marks one notice read; doing so twice changes nothing.
     *
     * @throws org.shouwen.problem.Refusal where the person has no such notice
     */
    void markRead(String staff, long id, Instant at);

    /** @return how many were unread */
    int markAllRead(String staff, Instant at);

    /** @param next what to hand in as {@code after} for the following page; null on the last */
    record Page(List<Notice> items, Long next) {}
}
