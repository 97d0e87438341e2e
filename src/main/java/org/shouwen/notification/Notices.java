package org.shouwen.notification;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.shouwen.ticket.Ticket;
import org.shouwen.workflow.NoticeNames;

/**
 * Tells people what happened to a ticket. Telling only records; what leaves the house does so after the commit. The
 * caller's transaction is joined, and nobody is told where it rolls back.
 */
public interface Notices {

    /**
     * What is to be told.
     *
     * @param template name of the wording
     * @param occasion what happened, once: the same template about the same occasion is recorded once for an addressee
     * @param at when it happened
     * @param flow the routing facts of the running flow, for features whose facts depend on them
     */
    record Message(String template, String occasion, Instant at, Map<String, Object> flow) {

        public Message {
            template = NoticeNames.now(template);
        }

        public Message(String template, String occasion, Instant at) {
            this(template, occasion, at, Map.of());
        }
    }

    /**
     * Tells the person who reported the matter, by e-mail where that is possible. The first responder gets a copy in the
     * app in every case, and is asked to call where no e-mail could go.
     */
    void tellResident(Ticket ticket, Message message);

    /**
     * Asks a second person, by e-mail where that is possible; the first responder gets a copy as with
     * {@link #tellResident(Ticket, Message)}.
     *
     * @param message its template is {@code <purpose>.to-secondperson}
     */
    void tellSecondPerson(Ticket ticket, Message message);

    /** Tells who works on it, or everybody on the ticket's post while nobody does. */
    void tellHandler(Ticket ticket, Message message);

    /** Tells those who answer for the ticket: who works on it, or his post, and the first responder. */
    void tellResponsible(Ticket ticket, Message message);

    /** @param staff code of the person */
    void tellPerson(Ticket ticket, String staff, Message message);

    /**
     * Tells a member of staff what concerns no ticket.
     *
     * @param message its facts are all that the wording knows
     */
    void tellStaff(String staff, Message message);

    /** @return everything that was told about a ticket, oldest first */
    List<Notice> ofTicket(String number);

    /** @return notices that could not be delivered and wait for a decision, newest first; at most 200 */
    List<Notice> deadLetters();

    /** @return how many there are of them */
    int deadLetterCount();

    /**
     * Tries a dead letter again from the start.
     *
     * @throws org.shouwen.problem.Refusal where it is no dead letter, or the channel is not there
     */
    void resend(long id);

    /**
     * Gives a dead letter up.
     *
     * @param by code of the person who decides so
     * @throws org.shouwen.problem.Refusal where it is no dead letter
     */
    void discard(long id, String by);
}
