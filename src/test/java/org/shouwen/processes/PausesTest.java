package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Pause;
import org.shouwen.ticket.PauseReason;

/** Which pauses are allowed (D2): the reasons, their proofs and the longest time. */
class PausesTest extends SupervisedDesk {

    private void pause(PauseReason reason, String reference, String until) {
        limits.pause(number(), reason, reference, until == null ? null : moment(until), "plumber1", time.instant());
    }

    private void resume(String at) {
        time.travelTo(at);
        limits.resume(number(), null, "plumber1", time.instant());
    }

    @Test
    void anEmergencyIsNeverPaused() {
        startUrgent("oneTimeNotice");
        assertThat(refusalOf(() -> pause(PauseReason.PARTS, "阀芯", "2026-11-25T09:00")))
                .isEqualTo("pause-p0");
        assertThat(refusalOf(() -> pause(PauseReason.WEATHER, null, null))).isEqualTo("pause-p0");
        assertThat(ticket().deadline(ClockKind.FINISH).runs()).isTrue();
    }

    @Test
    void partsNeedADateAndALetterANumber() {
        register();
        assertThat(refusalOf(() -> pause(PauseReason.PARTS, "阀芯", null))).isEqualTo("until-missing");
        assertThat(refusalOf(() -> pause(PauseReason.PARTS, "阀芯", "2026-11-23T09:00")))
                .isEqualTo("until-past");
        assertThat(refusalOf(() -> pause(PauseReason.THIRD_PARTY, " ", "2026-11-25T09:00")))
                .isEqualTo("letter-missing");
        pause(PauseReason.THIRD_PARTY, "函 2026-18", "2026-11-25T09:00");
        assertThat(ticket().pause())
                .contains(new Pause(PauseReason.THIRD_PARTY, "函 2026-18", moment("2026-11-25T09:00"), time.instant()));
        assertThat(refusalOf(() -> pause(PauseReason.PARTS, "阀芯", "2026-11-25T09:00")))
                .isEqualTo("ticket-paused");
    }

    @Test
    void theResidentsTimeIsTenWorkingDaysAltogether() {
        register();
        // The tenth working day after Monday 11-23 is Monday 12-07
        assertThat(refusalOf(() -> pause(PauseReason.RESIDENT_SLOT, null, "2026-12-08T09:00")))
                .isEqualTo("pause-too-long");
        pause(PauseReason.RESIDENT_SLOT, null, null);
        assertThat(ticket().pause().orElseThrow().until()).isEqualTo(moment("2026-12-07T18:00"));
        // Four working days are used up on Friday; six are left, until Monday week
        resume("2026-11-27T10:00");
        pause(PauseReason.RESIDENT_SLOT, null, null);
        assertThat(ticket().pause().orElseThrow().until()).isEqualTo(moment("2026-12-07T18:00"));
        resume("2026-12-07T18:00");
        assertThat(refusalOf(() -> pause(PauseReason.RESIDENT_SLOT, null, "2026-12-08T09:00")))
                .isEqualTo("pause-used-up");
        // Other reasons have their own proof instead
        assertThatCode(() -> pause(PauseReason.PARTS, "阀芯", "2026-12-08T09:00")).doesNotThrowAnyException();
    }

    @Test
    void resumingNeedsAPause() {
        register();
        assertThat(refusalOf(() -> resume("2026-11-23T10:00"))).isEqualTo("ticket-not-paused");
    }
}
