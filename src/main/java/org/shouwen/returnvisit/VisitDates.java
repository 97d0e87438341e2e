package org.shouwen.returnvisit;

import org.shouwen.calendar.Calendars;
import org.shouwen.workflow.DueDates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets open visits, their timers and their tasks follow an edited calendar, in the transaction that edits it. */
@Component
record VisitDates(ReturnVisitDesk desk, DueDates dueDates) {

    @EventListener
    void changed(Calendars.Changed calendar) {
        desk.recount(calendar.site()).forEach(visit -> dueDates.recount(visit.ticket()));
    }
}
