package org.shouwen.firstresponsibility.process;

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

/**
 * Whom the tasks of the models belong to, read from the ticket when the task is made. Who does it where that person is
 * away is decided afterwards, for every model alike ({@code StandIns}).
 */
@Component("people")
public class People {

    private final Tickets tickets;
    private final ActingStaff staff;
    private final Acting acting;

    People(Tickets tickets, ActingStaff staff, Acting acting) {
        this.tickets = tickets;
        this.staff = staff;
        this.acting = acting;
    }

    /** @return code of the person who works on the ticket */
    @InWords("经办人")
    public String handler(DelegateExecution execution) {
        Ticket ticket = ticket(execution);
        return ticket.handler()
                .orElseThrow(() -> new IllegalStateException("ticket " + ticket.number() + " has no handler"));
    }

    /** @return code of the person who works on the ticket, of the first responder while nobody does */
    @InWords("经办人（还没有的，由首问责任人）")
    public String worker(DelegateExecution execution) {
        Ticket ticket = ticket(execution);
        return ticket.handler().orElse(ticket.firstResponder());
    }

    /** @return code of the first responder */
    @InWords("首问责任人")
    public String firstResponder(DelegateExecution execution) {
        return ticket(execution).firstResponder();
    }

    /** @return codes of the posts that may dispatch or grab: the craft's post, the front desk and the leads of the site */
    @InWords("承办岗位、前台或班长")
    public List<String> dispatchers(DelegateExecution execution) {
        Ticket ticket = ticket(execution);
        return Stream.of(
                        List.of(ticket.facts().post()),
                        posts(ticket, List.of(Duty.FRONT_DESK)),
                        posts(ticket, List.of(Duty.LEAD)))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** @return code of the person whom the flow names in its declared variable {@code person}, set by our delegates only */
    @InWords("流程指定的人")
    public String named(DelegateExecution execution) {
        return (String) execution.getVariable("person");
    }

    /** @return codes of the lead's posts of the site; of the duty above, where the matter is about its only lead */
    @InWords("班长")
    public List<String> leads(DelegateExecution execution) {
        Ticket ticket = ticket(execution);
        return posts(
                ticket,
                ticket.facts().recused() == null
                        ? List.of(Duty.LEAD)
                        : List.of(Duty.LEAD, Duty.SUPERVISOR, Duty.MANAGER));
    }

    /** @return codes of the supervisor's posts of the site; where it has none, of the duty above, else of the leads */
    @InWords("主管")
    public List<String> supervisors(DelegateExecution execution) {
        return posts(ticket(execution), List.of(Duty.SUPERVISOR, Duty.MANAGER, Duty.LEAD));
    }

    /** @return codes of the managers' posts of the site; where it has none, of the next duty below */
    @InWords("项目经理")
    public List<String> managers(DelegateExecution execution) {
        return posts(ticket(execution), List.of(Duty.MANAGER, Duty.SUPERVISOR, Duty.LEAD));
    }

    /** @return codes of the front desks of the site; where it has none, of the next duty above */
    @InWords("前台")
    public List<String> frontDesk(DelegateExecution execution) {
        return posts(ticket(execution), List.of(Duty.FRONT_DESK, Duty.LEAD, Duty.SUPERVISOR, Duty.MANAGER));
    }

    /** @return code of the post that works on the ticket */
    @InWords("承办岗位")
    public List<String> post(DelegateExecution execution) {
        return List.of(ticket(execution).facts().post());
    }

    /** @return codes of the posts of who is called when nobody on call answers: the site's leads and managers, both at once */
    @InWords("班长和项目经理")
    public List<String> emergencySuperiors(DelegateExecution execution) {
        Ticket ticket = ticket(execution);
        List<String> both = Stream.of(Duty.LEAD, Duty.MANAGER)
                .flatMap(duty -> posts(ticket, List.of(duty)).stream())
                .toList();
        return both.isEmpty() ? posts(ticket, List.of(Duty.SUPERVISOR, Duty.FRONT_DESK)) : both;
    }

    private List<String> posts(Ticket ticket, List<Duty> duties) {
        return staff.posts(ticket, duties, acting.when());
    }

    private Ticket ticket(DelegateExecution execution) {
        return tickets.get(execution.getProcessBusinessKey());
    }
}
