package org.shouwen.notification.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.notification.Notices;
import org.shouwen.ticket.Ticket;
import org.shouwen.workflow.InWords;
import org.springframework.stereotype.Component;

/** Tells the person whom the flow names in its declared variable {@code person}. */
@InWords("流程指定的人")
@Component("notifyPersonDelegate")
class NotifyPersonDelegate extends NotifyDelegate {

    NotifyPersonDelegate(Telling telling) {
        super(telling);
    }

    @Override
    void tell(Notices notices, Ticket ticket, Notices.Message message, DelegateExecution execution) {
        notices.tellPerson(ticket, (String) execution.getVariable("person"), message);
    }
}
