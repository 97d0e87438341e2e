package org.shouwen.firstresponsibility;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.TimelineEntry;
import org.springframework.stereotype.Component;

/**
 * Who may decide about other people's work: leads, supervisors, managers, and whoever stands in for one, each about those
 * below him at a site, so that nobody decides about his equals or his own superiors.
 */
@Component
public class Superiors {

    private static final Set<Duty> DUTIES = EnumSet.range(Duty.LEAD, Duty.DIRECTOR);

    private final Roster roster;

    Superiors(Roster roster) {
        this.roster = roster;
    }

    /** @param site code of a site; null: any */
    public boolean isSuperior(String person, String site, Instant at) {
        return isSystem(person)
                || roster.actingPostsOf(person, at).stream()
                        .anyMatch(post -> DUTIES.contains(post.duty()) && (site == null || post.countsAt(site)));
    }

    /** @return whether the person is above the other, whatever his duty, at one of his sites */
    public boolean isSuperiorOf(String person, String staff, Instant at) {
        Duty own = dutyOf(staff);
        return sites(staff).anyMatch(site -> isAbove(person, own, site, at));
    }

    /** @return whether nobody at the person's sites is above him, so that nobody can decide about him */
    boolean isHighest(String staff) {
        Duty own = dutyOf(staff);
        return Stream.concat(
                        sites(staff)
                                .flatMap(site -> DUTIES.stream().flatMap(duty -> roster.postsOf(site, duty).stream())),
                        roster.directors().stream())
                .filter(post -> post.duty().compareTo(own) > 0)
                .allMatch(post -> roster.holdersOf(post.code()).isEmpty());
    }

    /**
     * @return whether the person may give work of that site to the other, or take it from him: he himself and whom he acts for,
     *     whoever is no superior, and superiors below him
     */
    boolean mayAssign(String person, String staff, String site, Instant at) {
        Duty own = dutyOf(staff);
        return !DUTIES.contains(own)
                || isAbove(person, own, site, at)
                || roster.actingFor(staff, site, at).equals(person);
    }

    private boolean isAbove(String person, Duty duty, String site, Instant at) {
        return isSystem(person)
                || roster.actingPostsOf(person, at).stream()
                        .anyMatch(post ->
                                DUTIES.contains(post.duty()) && post.duty().compareTo(duty) > 0 && post.countsAt(site));
    }

    /** @return the highest, wherever he has it */
    private Duty dutyOf(String staff) {
        return roster.postsOf(staff).stream()
                .map(Post::duty)
                .max(Comparator.naturalOrder())
                .orElse(Duty.FRONT_DESK);
    }

    private Stream<String> sites(String staff) {
        return roster.postsOf(staff).stream().map(Post::site).distinct();
    }

    private static boolean isSystem(String person) {
        return person.equals(TimelineEntry.SYSTEM);
    }

    void mustBeSuperior(String person, String site, String verb, Instant at) {
        if (!isSuperior(person, site, at)) {
            throw refusal(verb);
        }
    }

    void mustBeSuperiorOf(String person, String staff, String verb, Instant at) {
        if (!isSuperiorOf(person, staff, at)) {
            throw sites(staff).anyMatch(site -> isSuperior(person, site, at)) ? above(staff, verb) : refusal(verb);
        }
    }

    void mustAssign(String person, String staff, String site, String verb, Instant at) {
        if (!mayAssign(person, staff, site, at)) {
            throw above(staff, verb);
        }
    }

    /** A post is handed on by those above it; those of managers and directors, above whom nobody may be, by an equal, too. */
    void mustBeAbove(String person, Post post, String verb, Instant at) {
        mustBeSuperior(person, post.site(), verb, at);
        if (!isAbove(person, post, at)) {
            throw Refusal.notAllowed(
                    "superior-required",
                    "“%s”是%s岗位，%s须由上一级办理".formatted(post.name(), post.duty().label(), verb));
        }
    }

    /** @return whether the person hands the post on, as {@link #mustBeAbove} has it */
    boolean isAbove(String person, Post post, Instant at) {
        Duty below = post.duty().compareTo(Duty.MANAGER) < 0
                ? post.duty()
                : Duty.values()[post.duty().ordinal() - 1];
        return isAbove(person, below, post.site(), at);
    }

    /** A superior watches over a post's handing over, of this site or another, and nobody who is below the post. */
    void mustWitness(String person, Post post) {
        Duty least =
                post.duty() == Duty.DIRECTOR ? Duty.MANAGER : DUTIES.contains(post.duty()) ? post.duty() : Duty.LEAD;
        if (dutyOf(person).compareTo(least) < 0) {
            throw Refusal.invalid(
                    "witness-below",
                    "witness",
                    "“%s”是%s岗位，监交人的职务不能低于%s".formatted(post.name(), post.duty().label(), least.label()));
        }
    }

    private Refusal above(String staff, String verb) {
        return Refusal.notAllowed(
                "superior-required",
                "%s是%s，%s须由上一级办理".formatted(roster.nameOf(staff), dutyOf(staff).label(), verb));
    }

    private static Refusal refusal(String verb) {
        return Refusal.notAllowed("superior-required", verb + "只限本服务点的班长、主管或项目经理");
    }
}
