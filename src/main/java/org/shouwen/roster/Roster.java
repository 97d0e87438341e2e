package org.shouwen.roster;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Staff, posts and who is on duty. */
public interface Roster {

    Optional<Staff> staff(String code);

    /** @return name of the member of staff, or the code itself where there is none (the system acts under a code, too) */
    default String nameOf(String code) {
        return staff(code).map(Staff::name).orElse(code);
    }

    List<Staff> allStaff();

    Optional<Post> post(String code);

    /** @return posts that the person holds, at all sites */
    List<Post> postsOf(String staff);

    /** @return staff on the post, by code */
    List<Staff> holdersOf(String post);

    /** @return the site's technicians' post for a trade; where no post has the trade, the site's lead post */
    Post technicianPost(String site, String trade);

    /** @return the site's posts with this duty, by code; may be empty */
    List<Post> postsOf(String site, Duty duty);

    /** @return who is on call at the site at that moment, first to be called first; the leads where no shift covers the moment */
    List<Staff> onCall(String site, Instant at);

    void hire(Staff staff);

    void create(Post post);

    /** Puts a person on a post; doing so twice changes nothing. */
    void appoint(String staff, String post);

    /**
     * Adds an on-call shift of every day.
     *
     * @see OnCallShift
     */
    void addShift(OnCallShift shift);

    Collection<OnCallShift> shifts(String site);
}
