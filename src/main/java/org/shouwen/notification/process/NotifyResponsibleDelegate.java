package org.shouwen.notification.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.notification.Notices;
import org.shouwen.ticket.Ticket;
import org.shouwen.workflow.InWords;
import org.springframework.stereotype.Component;

/** Tells who works on the ticket, or his post, and the first responder. */
@InWords("经办人和首问责任人")
@Component("notifyResponsibleDelegate")
class NotifyResponsibleDelegate extends NotifyDelegate {

    NotifyResponsibleDelegate(Telling telling) {
        super(telling);
    }

    @Override
    void tell(Notices notices, Ticket ticket, Notices.Message message, DelegateExecution execution) {
        notices.tellResponsible(ticket, message);
    }
}
