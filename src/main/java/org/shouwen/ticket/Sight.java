package org.shouwen.ticket;

import java.util.List;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who sees a ticket: staff of its site, and whoever took it in, handles it, is asked, or answers for it wherever he works;
 * never the person whom it is about (回避). For everybody else there is no such ticket.
 */
@Component
public class Sight {

    private final Tickets tickets;
    private final ObjectProvider<Concern> concerns;

    Sight(Tickets tickets, ObjectProvider<Concern> concerns) {
        this.tickets = tickets;
        this.concerns = concerns;
    }

    public boolean sees(String number, Caller reader) {
        return !tickets.visible(List.of(number), reader).isEmpty()
                || !tickets.about(reader.code()).contains(number)
                        && concerns.stream().anyMatch(concern -> concern.concerns(number, reader.code()));
    }

    /** @throws Refusal as where there is no such ticket: that there is one is already too much */
    public void mustSee(String number, Caller reader) {
        if (!sees(number, reader)) {
            throw Tickets.notFound(number);
        }
    }
}
