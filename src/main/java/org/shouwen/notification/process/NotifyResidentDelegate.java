package org.shouwen.notification.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.notification.Notices;
import org.shouwen.ticket.Ticket;
import org.shouwen.workflow.InWords;
import org.springframework.stereotype.Component;

/** Tells the person who reported the matter. */
@InWords("业主")
@Component("notifyResidentDelegate")
class NotifyResidentDelegate extends NotifyDelegate {

    NotifyResidentDelegate(Telling telling) {
        super(telling);
    }

    @Override
    void tell(Notices notices, Ticket ticket, Notices.Message message, DelegateExecution execution) {
        notices.tellResident(ticket, message);
    }
}
