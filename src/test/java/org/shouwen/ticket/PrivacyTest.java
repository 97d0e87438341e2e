package org.shouwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.estate.Estate;
import org.shouwen.estate.Resident;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.testing.Callers;
import org.shouwen.ticket.Disclosure.Extent;
import org.shouwen.wording.Moments;
import org.springframework.beans.factory.ObjectProvider;

/** How much somebody reads where the walk over all places ({@code PrivacyIT}) does not come. */
class PrivacyTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = LivingTicket.TEN;
    private static final Reporter TOLD = LivingTicket.FACTS.intake().reporter();

    private final Tickets tickets = mock(Tickets.class);
    private final Estate estate = mock(Estate.class);
    private final Disclosed disclosed = mock(Disclosed.class);

    @SuppressWarnings("unchecked")
    private final ObjectProvider<Disclosed> deeds = mock(ObjectProvider.class);

    private final Privacy privacy = new Privacy(tickets, estate, deeds, new Moments(Clock.fixed(NOW, ZONE), ZONE));

    private final Ticket open = LivingTicket.received();
    private final Ticket withdrawn = LivingTicket.received();

    @BeforeEach
    void house() {
        withdrawn.withdraw("修好了", "desk2", NOW);
        when(deeds.stream()).thenAnswer(asked -> Stream.of(disclosed));
        when(disclosed.until(any(), any())).thenReturn(Optional.empty());
    }

    private static Caller of(String site, String code, Role... roles) {
        return Callers.at(Set.of(site), NOW, code, roles);
    }

    private static Caller at(Duration later, String code, Role... roles) {
        return Callers.at(Set.of("east"), NOW.plus(later), code, roles);
    }

    private Extent reads(Ticket ticket, Caller reader) {
        return privacy.of(ticket, reader).extent();
    }

    @Test
    void whatWasWithdrawnIsReadAsWhatIsClosed() {
        String owner = withdrawn.firstResponder();
        assertThat(reads(withdrawn, of("east", owner, Role.FRONT_DESK))).isEqualTo(Extent.NAMES);
        assertThat(reads(withdrawn, of("east", "desk9", Role.FRONT_DESK))).isEqualTo(Extent.NOTHING);
        assertThat(reads(withdrawn, of("east", "boss", Role.SUPERVISOR))).isEqualTo(Extent.ALL);
    }

    @Test
    void anAdministratorWhoWorksAtTheSiteReadsWhatItsStaffRead() {
        assertThat(reads(open, of("hill", "admin", Role.ADMINISTRATOR))).isEqualTo(Extent.NOTHING);
        assertThat(reads(open, of("east", "admin", Role.ADMINISTRATOR))).isEqualTo(Extent.NAMES);
    }

    /** Of whoever is on no list of the home the year begins with the end of his matter. */
    @Test
    void aStrangerIsForgottenAYearAfterHisMatterEnded() {
        when(tickets.timeline(LivingTicket.NUMBER))
                .thenReturn(List.of(new TimelineEntry(
                        NOW, "desk1", TicketEvent.WITHDRAWN.declared(), "撤回", null, java.util.Map.of())));
        assertThat(reads(withdrawn, at(Duration.ofDays(364), "boss", Role.MANAGER)))
                .isEqualTo(Extent.ALL);
        assertThat(reads(withdrawn, at(Duration.ofDays(365), "boss", Role.MANAGER)))
                .isEqualTo(Extent.NOTHING);
        assertThat(reads(open, at(Duration.ofDays(700), "boss", Role.MANAGER))).isEqualTo(Extent.ALL);
    }

    @Test
    void whoLivesThereIsNotForgottenAndWhoMovedOutIsAfterAYear() {
        Caller boss = at(Duration.ofDays(700), "boss", Role.MANAGER);
        when(estate.registeredAt(any())).thenReturn(List.of(resident(null)));
        boolean home = withdrawn.facts().intake().home() != null;
        assertThat(reads(withdrawn, boss)).isEqualTo(home ? Extent.ALL : Extent.NOTHING);
        LocalDate today = LocalDate.ofInstant(boss.at(), ZONE);
        when(estate.registeredAt(any())).thenReturn(List.of(resident(today.minusYears(1))));
        assertThat(reads(withdrawn, boss)).isEqualTo(Extent.NOTHING);
    }

    private static Resident resident(LocalDate movedOut) {
        return new Resident("1-1-101", 1, TOLD.name(), TOLD.phone(), null, null, movedOut);
    }

    @Test
    void whoSaidWhyReadsAllOfItThereAndNoMoreInLists() {
        Instant until = NOW.plusSeconds(60);
        when(disclosed.until(any(), any())).thenReturn(Optional.of(until));
        Caller clerk = of("east", "desk9", Role.FRONT_DESK);
        assertThat(privacy.of(withdrawn, clerk).reporter()).isEqualTo(TOLD);
        assertThat(privacy.of(withdrawn, clerk).until()).contains(until);
        assertThat(privacy.inList(withdrawn, clerk).extent()).isEqualTo(Extent.NOTHING);
    }

    @Test
    void whatWasToldStandsAsItWasToldForADayWhileTheTicketIsOpen() {
        Caller called = of("east", "plumber9", Role.TECHNICIAN);
        assertThat(privacy.told(open, NOW.minusSeconds(60), called).extent()).isEqualTo(Extent.ALL);
        assertThat(privacy.told(open, NOW.minus(Duration.ofDays(1)), called).extent())
                .isEqualTo(Extent.NAMES);
        assertThat(privacy.told(withdrawn, NOW, called).extent()).isEqualTo(Extent.NOTHING);
    }

    @Test
    void numbersAddressesAndTheNameAreHiddenWithinWords() {
        Disclosure hidden = new Disclosure(new Reporter("张三", "88886666", "z@a.example"), Extent.NOTHING, null);
        assertThat(hidden.within("张三说打88886666或13812345678，邮箱zhang@a.example"))
                .isEqualTo("张**说打888****6666或138****5678，邮箱z***@a.example");
        assertThat(hidden.reporter()).isEqualTo(new Reporter("张**", "888****6666", "z***@a.example"));
        Disclosure passing = new Disclosure(Reporter.PASSER_BY, Extent.NOTHING, null);
        assertThat(passing.reporter().name()).isEqualTo("路人");
        assertThat(passing.within(null)).isNull();
    }
}
