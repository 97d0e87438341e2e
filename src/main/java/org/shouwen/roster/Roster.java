package org.shouwen.roster;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Sites;

/** Staff, posts and who is on duty. */
public interface Roster extends Sites {

    /** Posts were made or changed. */
    record PostsChanged(List<Post> posts) {}

    Optional<Staff> staff(String code);

    /** @return name of the member of staff, or the code itself where there is none (the system acts under a code, too) */
    default String nameOf(String code) {
        return staff(code).map(Staff::name).orElse(code);
    }

    List<Staff> allStaff();

    /** @return those who are on a post, or are named to stand in on one, at the reader's sites; by code */
    List<Staff> staffOf(Caller reader);

    Optional<Post> post(String code);

    /** @return posts that the person holds, at all sites */
    List<Post> postsOf(String staff);

    /** @return staff on the post, by code */
    List<Staff> holdersOf(String post);

    /** @return the site's technicians' post for a trade; where no post has the trade, the site's lead post */
    Post technicianPost(String site, String trade);

    /** @return the site's posts with this duty, by code; may be empty */
    List<Post> postsOf(String site, Duty duty);

    /** @return the company's posts above every site's manager, by code; may be empty */
    List<Post> directors();

    /**
     * @return who is on call at the site at that moment and not away, first to be called first; the leads where no shift
     *     covers the moment
     */
    default List<Staff> onCall(String site, Instant at) {
        return onCall(site, at, Set.of());
    }

    /** @param without who is taken to be away, too, and is never the answer */
    List<Staff> onCall(String site, Instant at, Set<String> without);

    /** @return staff who are away at that moment */
    Set<String> absentAt(Instant at);

    default boolean isAbsent(String staff, Instant at) {
        return absentAt(at).contains(staff);
    }

    /**
     * Who acts for a person: he himself while he is there; else his substitutes in their turn, then theirs; then the next
     * duty up at the site. Where nobody is left the person himself: a task is never nobody's.
     *
     * @param site code of the site whose pairs count; null: all sites
     * @return code of the person who acts
     */
    default String actingFor(String staff, String site, Instant at) {
        return actingFor(staff, site, at, Set.of());
    }

    /** @param without who is taken to be away, too */
    String actingFor(String staff, String site, Instant at, Set<String> without);

    default String actingFor(String staff, Instant at) {
        return actingFor(staff, null, at);
    }

    /** @return posts that the person holds, and those of persons he stands in for at that moment */
    List<Post> actingPostsOf(String staff, Instant at);

    /** @return who works on the post at that moment: its holders, or who stands in for them; by code */
    default List<Staff> actingOn(String post, Instant at) {
        return actingOn(post, at, Set.of());
    }

    /** @param without who is taken to be away, too, and is never the answer */
    List<Staff> actingOn(String post, Instant at, Set<String> without);

    /**
     * @param absent who is taken to be away
     * @return everybody who can stand in for the person by the pairs alone, nearest first, without those who are away
     */
    List<String> substitutesOf(String staff, Set<String> absent);

    /** @return all pairs, by post, person and turn */
    List<StandIn> standIns();

    /**
     * Makes a pair; an existing one gets the new turn. Two may stand in for each other; a longer circle is refused.
     *
     * @throws org.shouwen.problem.Refusal naming the circle
     */
    void addStandIn(StandIn pair);

    void removeStandIn(String post, String staff, String substitute);

    void hire(Staff staff);

    void create(Post post);

    /** Puts a person on a post; doing so twice changes nothing. */
    void appoint(String staff, String post);

    /** Takes a person off a post, and the person's pairs on it; who is not on it changes nothing. */
    void relieve(String staff, String post);

    /**
     * Adds an on-call shift.
     *
     * @see OnCallShift
     */
    void addShift(OnCallShift shift);

    Collection<OnCallShift> shifts(String site);
}
