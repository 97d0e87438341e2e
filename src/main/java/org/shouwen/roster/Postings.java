package org.shouwen.roster;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shouwen.problem.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is put on which posts. Whoever leaves one hands over first what he has in hand there. */
@Component
public class Postings {

    private final Roster roster;
    private final ObjectProvider<WorkInHand> work;
    private final Housekeepers housekeepers;

    public Postings(Roster roster, ObjectProvider<WorkInHand> work, Housekeepers housekeepers) {
        this.roster = roster;
        this.work = work;
        this.housekeepers = housekeepers;
    }

    /**
     * @param posts codes of what the person would hold
     * @return why he cannot leave the others now; empty: he can
     */
    public Optional<String> keptFrom(String staff, Collection<String> posts) {
        List<String> open = left(staff, posts).stream()
                .flatMap(post -> work.stream().flatMap(known -> known.numbers(staff, post).stream()))
                .toList();
        if (!open.isEmpty()) {
            return Optional.of("手上还有这个岗位没办完的工单 " + String.join("、", open) + "，请先改派，或在“值班”里办岗位变动（监交）");
        }
        List<Post> kept =
                posts.stream().flatMap(post -> roster.post(post).stream()).toList();
        List<String> planned = shifts(staff, kept);
        if (!planned.isEmpty()) {
            return Optional.of("排在这个服务点的值班表里（" + String.join("；", planned) + "），请先改值班表，或在“值班”里办岗位变动（监交）");
        }
        String buildings = housekeepers.keptFrom(staff, kept);
        return buildings.isEmpty()
                ? Optional.empty()
                : Optional.of("是 " + buildings + " 的管家，请先在“管理 › 管家”里改由别人，或在“值班”里办岗位变动（监交）");
    }

    /** @return the person's shifts at sites where none of these posts counts, in words */
    private List<String> shifts(String staff, List<Post> posts) {
        return roster.postsOf(staff).stream()
                .map(Post::site)
                .distinct()
                .filter(site -> posts.stream().noneMatch(post -> post.countsAt(site)))
                .flatMap(site -> roster.shiftsOf(staff, site).stream().map(OnCallShift::inWords))
                .toList();
    }

    private List<String> left(String staff, Collection<String> posts) {
        return roster.postsOf(staff).stream()
                .map(Post::code)
                .filter(post -> !posts.contains(post))
                .toList();
    }

    /**
     * The person holds exactly these posts from now on.
     *
     * @throws Refusal where he has work in hand on one that he would leave, or is the 管家 of buildings there, or cannot sign in
     *     and would get one
     */
    @Transactional
    public void put(String staff, Set<String> posts) {
        Set<String> held =
                Set.copyOf(roster.postsOf(staff).stream().map(Post::code).toList());
        List<String> left = left(staff, posts);
        keptFrom(staff, posts).ifPresent(why -> {
            throw Refusal.notPossibleNow("post-with-work", roster.nameOf(staff) + why);
        });
        Stream<String> taken = posts.stream().filter(post -> !held.contains(post));
        taken.forEach(post -> {
            roster.mustBePlannable(staff, "post");
            roster.appoint(staff, post);
        });
        left.forEach(post -> roster.relieve(staff, post));
    }
}
