package org.shouwen.notification.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.notification.Notices;
import org.shouwen.ticket.Ticket;
import org.shouwen.workflow.InWords;
import org.springframework.stereotype.Component;

/** Asks the person beside the resident whom the message names by its purpose. */
@InWords("另须答复的人")
@Component("notifySecondPersonDelegate")
class NotifySecondPersonDelegate extends NotifyDelegate {

    NotifySecondPersonDelegate(Telling telling) {
        super(telling);
    }

    @Override
    void tell(Notices notices, Ticket ticket, Notices.Message message, DelegateExecution execution) {
        notices.tellSecondPerson(ticket, message);
    }
}
