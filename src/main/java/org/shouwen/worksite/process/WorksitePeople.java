package org.shouwen.worksite.process;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.roster.Duty;
import org.shouwen.ticket.ActingStaff;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.InWords;
import org.springframework.stereotype.Component;

/** Which posts of the site go there, inspect and keep the file. */
@Component("worksitePeople")
public class WorksitePeople {

    private final Tickets tickets;
    private final ActingStaff staff;
    private final Acting acting;

    WorksitePeople(Tickets tickets, ActingStaff staff, Acting acting) {
        this.tickets = tickets;
        this.staff = staff;
        this.acting = acting;
    }

    /** @return codes of the posts that walk the estate: technicians, leads, the front desk */
    @InWords("维修工、班长或前台")
    public List<String> patrollers(DelegateExecution execution) {
        return posts(execution, Duty.TECHNICIAN, Duty.LEAD, Duty.FRONT_DESK);
    }

    /** @return codes of the posts that judge finished work: technicians, leads, the supervisor */
    @InWords("维修工、班长或主管")
    public List<String> inspectors(DelegateExecution execution) {
        return posts(execution, Duty.TECHNICIAN, Duty.LEAD, Duty.SUPERVISOR);
    }

    /** @return codes of the posts that keep papers and money */
    @InWords("前台")
    public List<String> frontDesk(DelegateExecution execution) {
        return posts(execution, Duty.FRONT_DESK);
    }

    private List<String> posts(DelegateExecution execution, Duty... duties) {
        Ticket ticket = tickets.get(execution.getProcessBusinessKey());
        return Stream.of(duties)
                .flatMap(duty -> staff.posts(ticket, List.of(duty), acting.when()).stream())
                .toList();
    }
}
