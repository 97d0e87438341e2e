package org.shouwen.firstresponsibility.internal;

import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.shouwen.firstresponsibility.HandoverDesk;
import org.shouwen.firstresponsibility.Substitution;
import org.shouwen.roster.Hindrance;
import org.shouwen.roster.Roster;
import org.shouwen.roster.WorkInHand;
import org.shouwen.ticket.TimelineEntry;
import org.shouwen.workflow.Acting;
import org.springframework.beans.factory.ObjectProvider;

class RoundsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

    private final Substitution substitution = mock();
    private final HandoverDesk handovers = mock();
    private final Acting acting = mock();
    private final WorkInHand work = mock();
    private final Roster roster = mock();

    @Test
    void aTicketThatFailsDoesNotKeepTheOthersFromChangingHands() {
        when(acting.when()).thenReturn(NOW);
        when(substitution.concerned(NOW)).thenReturn(new TreeSet<>(Set.of("BX-26-000001", "BX-26-000002")));
        doThrow(new IllegalStateException("somebody works on it"))
                .when(substitution)
                .settle("BX-26-000001", NOW);

        new Rounds()
                .substitutionRound(provider(substitution), provider(handovers), provider(work), roster, acting)
                .execute(null, null);

        verify(substitution).settle("BX-26-000002", NOW);
        verify(handovers).tellOfUnsigned(NOW);
    }

    @Test
    void whoseAccountWasDisabledWhileNobodySawToHisWorkLeavesItInTheNextRound() {
        when(acting.when()).thenReturn(NOW);
        when(roster.absentAt(NOW)).thenReturn(Set.of("plumber2", "cleaner"));
        when(roster.shutOut()).thenReturn(Map.of("plumber2", Hindrance.DISABLED, "cleaner", Hindrance.NO_ACCOUNT));

        var round = new Rounds()
                .substitutionRound(provider(substitution), provider(handovers), provider(work), roster, acting);
        round.execute(null, null);
        round.execute(null, null);

        verify(work, times(1)).giveBack("plumber2", TimelineEntry.SYSTEM, NOW);
        verifyNoMoreInteractions(work);
    }

    private static <T> ObjectProvider<T> provider(T bean) {
        ObjectProvider<T> provider = mock();
        when(provider.getObject()).thenReturn(bean);
        return provider;
    }
}
