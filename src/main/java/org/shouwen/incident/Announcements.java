package org.shouwen.incident;

import java.time.Instant;
import java.util.List;

/** What was told to all reporters of an incident, and to whom, in our own tables. */
public interface Announcements {

    /** @return its id */
    long add(String incident, String text, String by, Instant at);

    Announcement get(long id);

    /** @return the incident's announcements, newest first */
    List<Announcement> of(String incident);

    /** @return numbers of the incident's ticket and of its followers whose reporters were not told yet, first come first */
    List<String> untold(long id, int most);

    void told(long id, String ticket, Instant at);
}
