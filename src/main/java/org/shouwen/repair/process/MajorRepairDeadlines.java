package org.shouwen.repair.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.calendar.Calendars;
import org.shouwen.repair.Repairs;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;

/** What the flow of a major repair asks for a moment; never null. */
@Component("majorRepairDeadlines")
public class MajorRepairDeadlines {

    /** Working days in which it is decided (product default). */
    private static final int DAYS_TO_DECIDE = 1;

    private final Tickets tickets;
    private final Repairs repairs;
    private final Calendars calendars;

    MajorRepairDeadlines(Tickets tickets, Repairs repairs, Calendars calendars) {
        this.tickets = tickets;
        this.repairs = repairs;
        this.calendars = calendars;
    }

    /** By when it is decided: counted from the proposal, so that a moved clock changes nothing. */
    public Date decideBy(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        return Date.from(calendars
                .of(tickets.get(number).facts().site())
                .plusWorkingDays(repairs.major(number).proposedAt(), DAYS_TO_DECIDE));
    }

    public Date overdueAt(DelegateExecution execution) {
        return decideBy(execution);
    }
}
