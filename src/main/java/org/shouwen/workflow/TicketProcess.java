package org.shouwen.workflow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.shouwen.ticket.Ticket;

/**
 * The legend of a diagram that is the whole life of a ticket, of one kind or of several alike: it begins with the
 * registered ticket, ends wherever it is when the resident withdraws, tells when he urges, and asks him before it closes.
 */
public abstract class TicketProcess extends ProcessContract {

    /** Where a ticket that is opened again begins; an unhappy answer leads there, too. */
    public static final String REOPENED = "serviceTask_startSupervisionOfReopening";

    /** Set by {@code returnVisit}; where nobody had to be asked it is true. */
    public static final Variable<Boolean> SATISFIED = Variable.flag("satisfied").usually(true);

    /** Whether another ticket settles it; comes with the message that ends the flow, known to diagrams that can follow only. */
    public static final Variable<Boolean> JOINED = Variable.flag("joined");

    private final Set<String> kinds;

    /**
     * @param kinds codes of the kinds of ticket that live this life
     * @param variables what the diagram keeps beside {@link #SATISFIED}
     * @param messages what it waits for beside withdrawal and urging
     */
    protected TicketProcess(String key, Set<String> kinds, List<Variable<?>> variables, List<String> messages) {
        super(
                key,
                Stream.concat(variables.stream(), Stream.<Variable<?>>of(SATISFIED))
                        .toList(),
                Stream.concat(Stream.of(key + ".withdrawn", key + ".urged"), messages.stream())
                        .toList());
        this.kinds = kinds;
    }

    public Set<String> kinds() {
        return kinds;
    }

    /** @return the message that the resident has taken the matter back */
    public String withdrawn() {
        return key() + ".withdrawn";
    }

    /** @return the message that the resident asks where we are */
    public String urged() {
        return key() + ".urged";
    }

    /** @return the message that another post has to do it; known to diagrams that offer it only */
    public String transferred() {
        return key() + ".transferred";
    }

    /** @return whether people start it with a form, too; then its {@link StartListener} sets the variables */
    public boolean hasStartForm() {
        return false;
    }

    /** @return a value for each variable, as the ticket stands when it was just registered */
    public abstract Map<String, Object> atStart(Ticket ticket);

    /** @return the same for one that is opened again, or passed to another post */
    public Map<String, Object> again(Ticket ticket) {
        return atStart(ticket);
    }

    /** @return where a ticket begins that followed another one and is worked on by itself now; see {@link #JOINED} */
    public String byItself(Ticket ticket) {
        throw new IllegalStateException(key() + " follows no incident");
    }
}
