package org.shouwen.roster;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Sites;

/** Staff, posts and who is on duty. */
public interface Roster extends Sites {

    /** Posts were made or changed. */
    record PostsChanged(List<Post> posts) {}

    Optional<Staff> staff(String code);

    /**
     * What people and programs write who somebody is is read with this, at whichever door.
     *
     * @return the code as it is registered, in whatever case and width it was written; where nobody has it what was written;
     *     null for null
     */
    String spelled(String written);

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
     *     covers the moment. Who cannot sign in is named where he was planned: whoever calls says that he skips him
     */
    default List<Staff> onCall(String site, Instant at) {
        return onCall(site, at, Set.of());
    }

    /** @param without who is taken to be away, too, and is never the answer */
    List<Staff> onCall(String site, Instant at, Set<String> without);

    /** @return staff who get no work at that moment: who is away, and who cannot sign in */
    Set<String> absentAt(Instant at);

    default boolean isAbsent(String staff, Instant at) {
        return absentAt(at).contains(staff);
    }

    /**
     * The one answer to whether a person can get work at that moment; which posts may do it is the work's own rule.
     *
     * @return why he gets none; empty: he can
     */
    default Optional<Hindrance> hindrance(String staff, Instant at) {
        if (staff(staff).isEmpty()) {
            return Optional.of(Hindrance.UNKNOWN);
        }
        return Optional.ofNullable(shutOut().get(staff))
                .or(() -> isAbsent(staff, at) ? Optional.of(Hindrance.AWAY) : Optional.empty());
    }

    /** @return staff who cannot sign in, whatever the moment, and why */
    Map<String, Hindrance> shutOut();

    /** @return those of them who can get work at that moment, in the same order */
    default List<Staff> atWork(List<Staff> staff, Instant at) {
        Set<String> absent = absentAt(at);
        return staff.stream().filter(person -> !absent.contains(person.code())).toList();
    }

    /** @return those of them who can get work at some moment, in the same order */
    default List<Staff> plannable(List<Staff> staff) {
        Map<String, Hindrance> out = shutOut();
        return staff.stream().filter(person -> !out.containsKey(person.code())).toList();
    }

    /**
     * @param field in which the person was named
     * @throws Refusal where he gets no work at that moment, naming why
     */
    default void mustBeAtWork(String staff, String field, Instant at) {
        hindrance(staff, at).ifPresent(hindrance -> {
            throw refusal(staff, field, hindrance);
        });
    }

    /** @return whether the person is on a post of the site, or of the company */
    default boolean serves(String staff, String site) {
        return postsOf(staff).stream().anyMatch(post -> post.countsAt(site));
    }

    /**
     * Work of a site is done by its own people, and by the company's: others do not see it.
     *
     * @param field in which the person was named
     * @throws Refusal where he gets no work there at that moment, naming why
     */
    default void mustBeAtWork(String staff, String site, String field, Instant at) {
        mustBeAtWork(staff, field, at);
        if (actingPostsOf(staff, at).stream().noneMatch(post -> post.countsAt(site))) {
            throw Refusal.notPossibleNow("staff-elsewhere", field, nameOf(staff) + "不在这个服务点的岗位上，请另选一位");
        }
    }

    /**
     * For what lies ahead: whoever is away today may be there then.
     *
     * @throws Refusal where he cannot get work at any moment, naming why
     */
    default void mustBePlannable(String staff, String field) {
        if (staff(staff).isEmpty()) {
            throw refusal(staff, field, Hindrance.UNKNOWN);
        }
        Optional.ofNullable(shutOut().get(staff)).ifPresent(hindrance -> {
            throw refusal(staff, field, hindrance);
        });
    }

    private Refusal refusal(String staff, String field, Hindrance hindrance) {
        return switch (hindrance) {
            case UNKNOWN -> Refusal.invalid("staff-unknown", field, "没有工号 " + staff + "，请另选一位");
            case NO_ACCOUNT ->
                Refusal.notPossibleNow("staff-without-account", field, nameOf(staff) + "没有账号，接不到工作，请先建立账号或另选一位");
            case DISABLED -> Refusal.notPossibleNow("staff-disabled", field, nameOf(staff) + "的账号已停用，接不到工作，请另选一位");
            case AWAY -> Refusal.notPossibleNow("staff-away", field, nameOf(staff) + "不在岗，请另选一位在岗的人");
        };
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

    /** @return who answers for what the person promised: himself, also while he is away; once he is shut out, who acts for him */
    default String answering(String staff, Instant at) {
        return shutOut().containsKey(staff) ? actingFor(staff, at) : staff;
    }

    /** @return posts that the person holds, and those of persons he stands in for at that moment */
    List<Post> actingPostsOf(String staff, Instant at);

    /** @return who works on the post at that moment: its holders, or who stands in for them; by code */
    default List<Staff> actingOn(String post, Instant at) {
        return actingOn(post, at, Set.of());
    }

    /** @param without who is taken to be away, too, and is never the answer */
    List<Staff> actingOn(String post, Instant at, Set<String> without);

    /** @return those of them who can get work at that moment; empty where that is nobody */
    List<Staff> workersOn(String post, Instant at, Set<String> without);

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
     * @throws Refusal naming the circle
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
     * @throws Refusal where the person is on no post of the site
     */
    void addShift(OnCallShift shift);

    /** @return what the person is planned for at the site, first to be called first */
    default List<OnCallShift> shiftsOf(String staff, String site) {
        return shifts(site).stream()
                .filter(shift -> shift.staff().equals(staff))
                .toList();
    }

    /** What the one was planned for at the site, the other is from now on. */
    void handOnShifts(String site, String from, String to);

    Collection<OnCallShift> shifts(String site);
}
