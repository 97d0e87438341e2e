package org.shouwen.firstresponsibility;

import java.util.List;
import java.util.Optional;

/** All changes of posts. */
public interface PostChanges {

    /** @return id of the new record; it has none yet */
    long add(PostChange change);

    Optional<PostChange> find(long id);

    /** Keeps the signatures. */
    void save(PostChange change);

    /** @return the latest, newest first; at most 100 */
    List<PostChange> latest();
}
