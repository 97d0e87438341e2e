package org.shouwen.notification.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.notification.Notices;
import org.shouwen.ticket.Ticket;
import org.springframework.stereotype.Component;

/** Tells who is on call at the site. */
@Component("notifyOnCallDelegate")
class NotifyOnCallDelegate extends NotifyDelegate {

    NotifyOnCallDelegate(Telling telling) {
        super(telling);
    }

    @Override
    void tell(Notices notices, Ticket ticket, Notices.Message message, DelegateExecution execution) {
        notices.tellOnCall(ticket, message);
    }
}
