package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwen.enquiry.EnquiryDesk;
import org.shouwen.testing.ProcessDesk;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Details;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.TicketDesk;

/**
 * Whatever is opened again, of every kind that can be, and whenever that is, as after a rain or an unhappy answer: it is taken,
 * then come to, then answered, then done.
 */
class ReopenedPromisesTest extends ProcessDesk {

    static Stream<Intake> kinds() {
        return Stream.of(
                atHome("SEEPAGE", Danger.NONE),
                atHome("HOME_PLUMBING", Danger.NONE),
                atHome("HOME_PLUMBING", Danger.PERSON),
                complaint(Map.of()),
                complaint(Map.of("lossClaimed", "true")),
                complaint(Map.of("media", "true")),
                // The hotline's own date wins, though it is before ours to call or to look into it
                complaint(Map.of("media", "true", "hotline", "12345-1", "hotlineDue", "2026-11-27T09:10")),
                enquiry(EnquiryDesk.CONSULTATION, "CONSULT_FEES"),
                enquiry(EnquiryDesk.SUGGESTION, "SUGGEST_GROUNDS"),
                enquiry(EnquiryDesk.SERVICE, "SERVICE_KEEPING"));
    }

    private static Intake enquiry(String kind, String category) {
        return new Intake(
                kind,
                category,
                "1-1-101",
                null,
                null,
                new Reporter("张三", "13812345678", null),
                Channel.PHONE,
                "想问一下",
                Danger.NONE,
                Scope.PERSONAL,
                false,
                null,
                new Details(Map.of()),
                null);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theyAreInOrderInEveryHourOfAWeek(Intake told) {
        open(told);
        Instant now = time.instant();
        for (int hour = 1; hour <= 7 * 24; hour++) {
            Instant at = now.plus(Duration.ofHours(hour));
            List<Deadline> anew = bean(TicketDesk.class).kind(told.kind()).promisesAnew(ticket(), at);
            assertThat(anew).extracting(Deadline::clock).contains(ClockKind.FINISH);
            for (Deadline before : anew) {
                assertThat(anew)
                        .filteredOn(after -> after.clock().compareTo(before.clock()) > 0)
                        .extracting(Deadline::due)
                        .filteredOn(Objects::nonNull)
                        .as("%s opened again at %s: nothing before %s", told.category(), at, before)
                        .allMatch(due -> before.due() == null || !due.isBefore(before.due()));
            }
        }
    }
}
