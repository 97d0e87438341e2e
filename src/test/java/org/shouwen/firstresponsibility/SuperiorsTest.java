package org.shouwen.firstresponsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;

/** Superiors decide about those below them: every duty against every duty, at one site and at another. */
class SuperiorsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

    private final Roster roster = mock(Roster.class);
    private final Superiors superiors = new Superiors(roster);

    static Stream<Arguments> pairs() {
        return Arrays.stream(Duty.values())
                .flatMap(by -> Arrays.stream(Duty.values()).map(other -> Arguments.of(by, other)));
    }

    @BeforeEach
    void everybodyIsThere() {
        when(roster.actingFor(any(), any(), any(Instant.class))).then(call -> call.getArgument(0));
    }

    private static Post post(Duty duty, String site) {
        return new Post(duty.name().toLowerCase() + "-" + site, site, duty.label(), duty, Set.of());
    }

    private void holds(String staff, Post... posts) {
        when(roster.postsOf(staff)).thenReturn(List.of(posts));
        when(roster.actingPostsOf(staff, NOW)).thenReturn(List.of(posts));
    }

    private static boolean isAbove(Duty by, Duty other) {
        return switch (other) {
            case FRONT_DESK, TECHNICIAN ->
                by == Duty.LEAD || by == Duty.SUPERVISOR || by == Duty.MANAGER || by == Duty.DIRECTOR;
            case LEAD -> by == Duty.SUPERVISOR || by == Duty.MANAGER || by == Duty.DIRECTOR;
            case SUPERVISOR -> by == Duty.MANAGER || by == Duty.DIRECTOR;
            case MANAGER -> by == Duty.DIRECTOR;
            case DIRECTOR -> false;
        };
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aboveIsWhoHasTheHigherDutyAtTheSameSite(Duty by, Duty other) {
        holds("by", post(by, "east"));
        holds("other", post(other, "east"));
        assertThat(superiors.isSuperiorOf("by", "other", NOW)).isEqualTo(isAbove(by, other));
        // Elsewhere only the company's
        holds("other", post(other, "west"));
        assertThat(superiors.isSuperiorOf("by", "other", NOW)).isEqualTo(by == Duty.DIRECTOR && isAbove(by, other));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void workGoesToAndFromWhoeverIsNoSuperiorAndSuperiorsBelow(Duty by, Duty other) {
        holds("by", post(by, "east"));
        holds("other", post(other, "east"));
        boolean noSuperior = other == Duty.FRONT_DESK || other == Duty.TECHNICIAN;
        assertThat(superiors.mayAssign("by", "other", "east", NOW)).isEqualTo(noSuperior || isAbove(by, other));
        assertThat(superiors.mayAssign("by", "by", "east", NOW)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whoeverStandsInHasTheRankOfTheOneHeStandsInFor(Duty by, Duty other) {
        holds("by", post(Duty.TECHNICIAN, "east"));
        when(roster.actingPostsOf("by", NOW)).thenReturn(List.of(post(Duty.TECHNICIAN, "east"), post(by, "east")));
        holds("other", post(other, "east"));
        assertThat(superiors.isSuperiorOf("by", "other", NOW)).isEqualTo(isAbove(by, other));
    }

    @Test
    void theHighestDutyCountsWhereverSomebodyHasIt() {
        holds("lead", post(Duty.LEAD, "west"));
        holds("other", post(Duty.TECHNICIAN, "west"), post(Duty.MANAGER, "east"));
        assertThat(superiors.isSuperiorOf("lead", "other", NOW)).isFalse();
        assertThat(superiors.mayAssign("lead", "other", "west", NOW)).isFalse();
    }

    @Test
    void highestIsWhoHasNobodyAboveHimAtAnyOfHisSites() {
        Post lead = post(Duty.LEAD, "east");
        Post manager = post(Duty.MANAGER, "east");
        holds("lead", lead);
        holds("manager", manager);
        when(roster.postsOf("east", Duty.MANAGER)).thenReturn(List.of(manager));
        assertThat(superiors.isHighest("lead")).isTrue();
        when(roster.holdersOf(manager.code())).thenReturn(List.of(new Staff("manager", "周平", null, null)));
        assertThat(superiors.isHighest("lead")).isFalse();
        assertThat(superiors.isHighest("manager")).isTrue();
    }
}
