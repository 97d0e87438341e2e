package org.shouwen.notification.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.notification.Notices;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

/** Tells the person who reported the matter; the step's input {@code message} says what. */
@Component("notifyResidentDelegate")
class NotifyResidentDelegate implements JavaDelegate {

    private final Tickets tickets;
    private final Notices notices;
    private final Acting acting;

    NotifyResidentDelegate(Tickets tickets, Notices notices, Acting acting) {
        this.tickets = tickets;
        this.notices = notices;
        this.acting = acting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.tellResident(
                tickets.get(execution.getProcessBusinessKey()),
                (String) execution.getVariableLocal("message"),
                execution.getActivityInstanceId(),
                acting.when());
    }
}
