package org.shouwen.notification.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.notification.Notices;
import org.shouwen.ticket.Ticket;
import org.shouwen.workflow.InWords;
import org.springframework.stereotype.Component;

/** Tells who works on the ticket. */
@InWords("经办人")
@Component("notifyHandlerDelegate")
class NotifyHandlerDelegate extends NotifyDelegate {

    NotifyHandlerDelegate(Telling telling) {
        super(telling);
    }

    @Override
    void tell(Notices notices, Ticket ticket, Notices.Message message, DelegateExecution execution) {
        notices.tellHandler(ticket, message);
    }
}
