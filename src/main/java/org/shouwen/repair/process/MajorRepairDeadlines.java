package org.shouwen.repair.process;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.calendar.Calendars;
import org.shouwen.calendar.WorkingCalendar;
import org.shouwen.repair.MajorRepair;
import org.shouwen.repair.Repairs;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.InWords;
import org.springframework.stereotype.Component;

/**
 * What the flows of a major repair ask for a moment; never null. Counted from what was proposed and decided, so that a moved
 * clock changes nothing.
 */
@Component("majorRepairDeadlines")
public class MajorRepairDeadlines {

    /** Working days in which it is decided (product default). */
    private static final int DAYS_TO_DECIDE = 1;

    /** Working days in which it is told how it stands (product default, as with handover defects, D2-8). */
    private static final int DAYS_BETWEEN_NEWS = 5;

    /** Working days of them in which whoever repairs writes it down. */
    private static final int DAYS_TO_REPORT = 1;

    private final Tickets tickets;
    private final Repairs repairs;
    private final Calendars calendars;
    private final Acting acting;

    MajorRepairDeadlines(Tickets tickets, Repairs repairs, Calendars calendars, Acting acting) {
        this.tickets = tickets;
        this.repairs = repairs;
        this.calendars = calendars;
        this.acting = acting;
    }

    @InWords("审批时限")
    public Date decideBy(DelegateExecution execution) {
        return Date.from(calendar(execution).plusWorkingDays(proposal(execution).proposedAt(), DAYS_TO_DECIDE));
    }

    @InWords("审批时限已过")
    public Date decisionOverdueAt(DelegateExecution execution) {
        return decideBy(execution);
    }

    /** From when the next news are asked for. */
    @InWords("该再次告知进展的时候")
    public Date newsFrom(DelegateExecution execution) {
        return Date.from(asked(calendar(execution), toldBy(execution)));
    }

    /** By when what is asked for now is told. */
    @InWords("告知进展的期限")
    public Date newsBy(DelegateExecution execution) {
        return Date.from(toldBy(execution));
    }

    @InWords("告知进展的期限已过")
    public Date newsOverdueAt(DelegateExecution execution) {
        return newsBy(execution);
    }

    /** The end of the last period whose news were asked for, with which the next begins; the approval where none were. */
    private Instant toldBy(DelegateExecution execution) {
        WorkingCalendar calendar = calendar(execution);
        Instant begin = repairs.approvedMajor(execution.getProcessBusinessKey())
                .orElseThrow()
                .decidedAt();
        while (!asked(calendar, begin).isAfter(acting.when())) {
            begin = calendar.plusWorkingDays(begin, DAYS_BETWEEN_NEWS);
        }
        return begin;
    }

    private static Instant asked(WorkingCalendar calendar, Instant begin) {
        return calendar.plusWorkingDays(begin, DAYS_BETWEEN_NEWS - DAYS_TO_REPORT);
    }

    private MajorRepair proposal(DelegateExecution execution) {
        return repairs.major(execution.getProcessBusinessKey()).orElseThrow();
    }

    private WorkingCalendar calendar(DelegateExecution execution) {
        return calendars.of(
                tickets.get(execution.getProcessBusinessKey()).facts().site());
    }
}
