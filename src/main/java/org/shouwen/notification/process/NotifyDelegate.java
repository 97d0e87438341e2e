package org.shouwen.notification.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.notification.Notices;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

/** Tells somebody about the ticket; the step's input {@code message} says what. */
abstract class NotifyDelegate implements JavaDelegate {

    private final Telling telling;

    /** What every telling needs. */
    @Component
    record Telling(Tickets tickets, Notices notices, Acting acting) {}

    NotifyDelegate(Telling telling) {
        this.telling = telling;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Ticket ticket = telling.tickets().get(execution.getProcessBusinessKey());
        Notices.Message message = new Notices.Message(
                (String) execution.getVariableLocal("message"),
                execution.getActivityInstanceId(),
                telling.acting().when(),
                execution.getVariables());
        tell(telling.notices(), ticket, message, execution);
    }

    abstract void tell(Notices notices, Ticket ticket, Notices.Message message, DelegateExecution execution);
}
