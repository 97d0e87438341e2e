package org.shouwen.complaint.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.complaint.Complaints;
import org.shouwen.complaint.Owners;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.InWords;
import org.springframework.stereotype.Component;

/** Which posts mediate a complaint: above whoever sees to it, and never only the person it is about. */
@Component("complaintPeople")
public class ComplaintPeople {

    private final Tickets tickets;
    private final Complaints complaints;
    private final Owners owners;
    private final Acting acting;

    ComplaintPeople(Tickets tickets, Complaints complaints, Owners owners, Acting acting) {
        this.tickets = tickets;
        this.complaints = complaints;
        this.owners = owners;
        this.acting = acting;
    }

    /** @return codes of the posts that mediate between the resident and whoever answered */
    @InWords("经办人的上一级")
    public List<String> mediators(DelegateExecution execution) {
        Ticket ticket = ticket(execution);
        return owners.mediators(ticket, complaints.get(ticket.number()).ownerAfter(ticket.reopens()), acting.when());
    }

    private Ticket ticket(DelegateExecution execution) {
        return tickets.get(execution.getProcessBusinessKey());
    }
}
