package org.shouwen.timelimit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.shouwen.ticket.Concern;
import org.shouwen.ticket.Ticket;

/**
 * What was warned of and supervised, in our own tables. A ticket concerns whoever was asked about it, as long as he has not
 * answered or it goes on.
 */
public interface Escalations extends Concern {

    /**
     * Records a level, once.
     *
     * @param late code of who was late, or null
     * @param due the broken promise, or null
     * @return its id; empty where this cause, cycle and level was recorded before
     */
    OptionalLong add(Ticket ticket, Escalation.Cause cause, int cycle, int level, String late, Instant due, Instant at);

    /** @return whether the level was recorded */
    boolean has(String ticket, Escalation.Cause cause, int cycle, int level);

    /** @return how often the cause came up */
    int cycles(String ticket, Escalation.Cause cause);

    void ask(long id, String person, Instant at);

    void answer(long id, Escalation.Answer answer);

    /**
     * Nobody has to acknowledge any more what this ticket brought up.
     *
     * @return whether somebody had to
     */
    boolean cancel(String ticket, Instant at);

    Escalation get(long id);

    /** @return everything of a ticket, oldest first */
    List<Escalation> ofTicket(String number);

    /** @return supervisions that nobody acknowledged yet, oldest first; at most {@code most} */
    List<Escalation> open(int most);

    /** @return how many promises each post broke in that time, by its code; posts without any are absent */
    Map<String, Integer> brokenByPost(Instant from, Instant to);
}
