package org.shouwen.externalparty.process;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.calendar.Calendars;
import org.shouwen.calendar.WorkingCalendar;
import org.shouwen.externalparty.Letter;
import org.shouwen.externalparty.Letters;
import org.shouwen.ticket.Categories;
import org.shouwen.ticket.Hazard;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.DueDates;
import org.shouwen.workflow.InWords;
import org.springframework.stereotype.Component;

/** What the flow of a letter asks for a moment; never null. */
@Component("letterDeadlines")
public class LetterDeadlines {

    /** Working days in which a letter has to go out (product default). */
    private static final int DAYS_TO_WRITE = 1;

    /** The owner of a handover defect is told how it stands every five working days (D2-8). */
    private static final int DAYS_BETWEEN_NEWS = 5;

    private final Tickets tickets;
    private final Letters letters;
    private final Categories categories;
    private final Calendars calendars;
    private final Acting acting;

    LetterDeadlines(Tickets tickets, Letters letters, Categories categories, Calendars calendars, Acting acting) {
        this.tickets = tickets;
        this.letters = letters;
        this.categories = categories;
        this.calendars = calendars;
        this.acting = acting;
    }

    /** By when the letter goes out. */
    @InWords("发函期限")
    public Date letterBy(DelegateExecution execution) {
        Ticket ticket = ticket(execution);
        return Date.from(calendars.of(ticket.facts().site()).plusWorkingDays(acting.when(), DAYS_TO_WRITE));
    }

    /** When they said they would be done. */
    @InWords("对方承诺的日期")
    public Date promisedBy(DelegateExecution execution) {
        return Date.from(letter(execution).promisedOn());
    }

    /** When a promise of theirs is broken; once a promise. */
    @InWords("对方承诺的日期已过")
    public Date overdueAt(DelegateExecution execution) {
        Letter letter = letter(execution);
        return Date.from(letter.overdue() ? DueDates.NEVER : letter.promisedOn());
    }

    /** When the resident is told again how it stands: counted from the letter, so that a moved clock changes nothing. */
    @InWords("该再次告知进展的日子")
    public Date progressBy(DelegateExecution execution) {
        Ticket ticket = ticket(execution);
        boolean told = categories
                .category(ticket.facts().intake().category())
                .filter(category -> category.hazard() == Hazard.HANDOVER_DEFECT)
                .isPresent();
        return Date.from(
                told
                        ? next(
                                letter(execution).sentAt(),
                                calendars.of(ticket.facts().site()))
                        : DueDates.NEVER);
    }

    private Instant next(Instant sentAt, WorkingCalendar calendar) {
        Instant next = sentAt;
        while (!next.isAfter(acting.when())) {
            next = calendar.plusWorkingDays(next, DAYS_BETWEEN_NEWS);
        }
        return next;
    }

    private Letter letter(DelegateExecution execution) {
        return letters.current(execution.getProcessBusinessKey()).orElseThrow();
    }

    private Ticket ticket(DelegateExecution execution) {
        return tickets.get(execution.getProcessBusinessKey());
    }
}
