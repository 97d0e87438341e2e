package org.shouwen.worksite;

import java.time.Instant;
import java.util.Optional;
import org.shouwen.calendar.Calendars;
import org.shouwen.calendar.WorkingCalendar;
import org.shouwen.citypack.MaterialRefusals;
import org.shouwen.citypack.ReportDuties;
import org.shouwen.citypack.ReportDuty;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** By which tables and calendars a violation is judged. */
@Component
record ViolationRules(
        Handlings handlings, ReportDuties duties, MaterialRefusals materials, Calendars calendars, Moments moments) {

    /** @return empty: it is reported to nobody */
    Optional<ReportDuty> duty(Violation violation) {
        return duties.of(violation.site(), violation.ruling().gravity());
    }

    /** @return until when a violation of which that is known now has to be reported */
    Instant reportBy(String site, ReportDuty duty, Instant at) {
        return calendars.of(site).due(at, duty.amount(), duty.unit()).at();
    }

    /** What was not stopped cannot be put right by waiting: the time for reporting it runs from the moment it was seen. */
    Violation judged(Worksite worksite, Violation.Found found, Handling handling) {
        WorkingCalendar calendar = calendars.of(worksite.site());
        Instant at = found.at();
        Optional<ReportDuty> duty = found.spot() == Violation.Spot.STOPPED
                ? Optional.empty()
                : duties.of(worksite.site(), handling.gravity());
        boolean ended = found.spot() != Violation.Spot.STOPPED && duty.isEmpty();
        return new Violation(
                0,
                worksite.ticket(),
                worksite.site(),
                found,
                new Violation.Ruling(
                        handling.gravity(),
                        materials.of(worksite.site()).refusable()
                                ? handling.gate()
                                : handling.gate().withoutMaterial(),
                        due(calendar, at, handling.deliver()),
                        due(calendar, at, handling.rectify()),
                        handling.basis(),
                        handling.consequence()),
                duty.map(known -> reportBy(worksite.site(), known, at)),
                ended
                        ? Optional.of(new Violation.Outcome(
                                Violation.Result.RECORDED,
                                at,
                                found.by(),
                                found.spot().label()))
                        : Optional.empty(),
                Optional.empty());
    }

    private static Instant due(WorkingCalendar calendar, Instant from, Handling.Limit limit) {
        return calendar.due(from, limit.amount(), limit.unit()).at();
    }
}
