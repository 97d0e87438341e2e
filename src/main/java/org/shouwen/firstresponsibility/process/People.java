package org.shouwen.firstresponsibility.process;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;

/**
 * Whom the tasks of the models belong to, read from the ticket when the task is made. Who does it where that person is
 * away is decided afterwards, for every model alike ({@code StandIns}).
 */
@Component("people")
public class People {

    private final Tickets tickets;
    private final Roster roster;

    People(Tickets tickets, Roster roster) {
        this.tickets = tickets;
        this.roster = roster;
    }

    /** @return code of the person who works on the ticket */
    public String handler(DelegateExecution execution) {
        Ticket ticket = ticket(execution);
        return ticket.handler()
                .orElseThrow(() -> new IllegalStateException("ticket " + ticket.number() + " has no handler"));
    }

    /** @return code of the first responder */
    public String firstResponder(DelegateExecution execution) {
        return ticket(execution).firstResponder();
    }

    /** @return codes of the posts that may dispatch or grab: the craft's post, the front desk and the leads of the site */
    public List<String> dispatchers(DelegateExecution execution) {
        Ticket ticket = ticket(execution);
        String site = ticket.facts().site();
        return Stream.of(Stream.of(ticket.facts().post()), posts(site, Duty.FRONT_DESK), posts(site, Duty.LEAD))
                .flatMap(s -> s)
                .distinct()
                .toList();
    }

    /** @return code of the person whom the flow names in its declared variable {@code person}, set by our delegates only */
    public String named(DelegateExecution execution) {
        return (String) execution.getVariable("person");
    }

    /** @return codes of the lead's posts of the site */
    public List<String> leads(DelegateExecution execution) {
        return posts(ticket(execution).facts().site(), Duty.LEAD).toList();
    }

    /** @return codes of the supervisor's posts of the site; where it has none, of the duty above, else of the leads */
    public List<String> supervisors(DelegateExecution execution) {
        String site = ticket(execution).facts().site();
        return Stream.of(Duty.SUPERVISOR, Duty.MANAGER, Duty.LEAD)
                .map(duty -> posts(site, duty).toList())
                .filter(posts -> !posts.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private Stream<String> posts(String site, Duty duty) {
        return roster.postsOf(site, duty).stream().map(Post::code);
    }

    private Ticket ticket(DelegateExecution execution) {
        return tickets.get(execution.getProcessBusinessKey());
    }
}
