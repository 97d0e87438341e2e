package org.shouwen.complaint.process;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.calendar.Calendars;
import org.shouwen.complaint.Answer;
import org.shouwen.complaint.Complaints;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.InWords;
import org.springframework.stereotype.Component;

/** What the flow of a letter on paper asks for a moment; never null. */
@Component("deliveryDeadlines")
public class DeliveryDeadlines {

    /** Working days in which a written answer reaches whoever gets no mail (product default). */
    private static final int DAYS_TO_DELIVER = 1;

    private final Tickets tickets;
    private final Complaints complaints;
    private final Calendars calendars;
    private final Acting acting;

    DeliveryDeadlines(Tickets tickets, Complaints complaints, Calendars calendars, Acting acting) {
        this.tickets = tickets;
        this.complaints = complaints;
        this.calendars = calendars;
        this.acting = acting;
    }

    /** By when the letter has reached the resident: counted from the answer, so that a moved clock changes nothing. */
    @InWords("书面答复的送达期限")
    public Date deliverBy(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        Instant answered = complaints.lastAnswer(number).map(Answer::at).orElseGet(acting::when);
        return Date.from(calendars.of(tickets.get(number).facts().site()).plusWorkingDays(answered, DAYS_TO_DELIVER));
    }
}
