package org.shouwen.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.ticket.Ticket;

/**
 * Somebody beside the resident who is asked one thing about a ticket: the owner of a let home, a neighbour. He gets a notice
 * with a link of his own, which opens the page of this question and nothing else of the ticket. A feature declares him and
 * what he is asked; whether and when he is asked, a diagram decides.
 */
public interface SecondPerson {

    /** How the template ends that asks him; before it stands the {@link #purpose()}. */
    String NOTICE = ".to-secondperson";

    /** @return what he is asked for, a code that stands in addresses: {@code goods-consent} */
    String purpose();

    /** @return who he is, as staff read it: 业主 */
    String label();

    /** @return where he is written to; empty: nobody knows */
    Optional<String> email(Ticket ticket);

    /** @return who he is and on which number, for whoever has to call him: 王五，13812345678; empty: nobody knows */
    Optional<String> contact(Ticket ticket);

    /** @return what he is asked, and how it stands */
    Asked asked(Ticket ticket);

    /**
     * He answers. The same once more, from a finger that pressed twice or a mail that went out twice, changes nothing.
     *
     * @param answer code of one of the {@link Asked#answers()}
     * @throws org.shouwen.problem.Refusal where he said something else before, or is asked no longer
     */
    void answer(Ticket ticket, String answer, Instant at);

    /**
     * His page. It holds what he needs for his answer and no more of the ticket than that.
     *
     * @param question what he is asked, as a sentence
     * @param help what follows from his answer
     * @param lines what he has to know
     * @param answers what he can say; empty: nothing any more
     * @param state how it stands where he is not asked any more, or null
     */
    record Asked(String question, String help, List<Line> lines, List<Choice> answers, String state) {}

    /** @param texts one or more, each on its own line */
    record Line(String what, List<String> texts) {}

    /** @param willing whether it is a yes */
    record Choice(String code, String label, boolean willing) {}
}
