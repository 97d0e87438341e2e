package org.shouwen.returnvisit.web;

import java.util.EnumSet;
import java.util.List;
import org.shouwen.deed.Deed;
import org.shouwen.deed.Deeds;
import org.shouwen.deed.Given;
import org.shouwen.deed.Input;
import org.shouwen.deed.Outcome;
import org.shouwen.deed.Who;
import org.shouwen.returnvisit.ReturnVisitDesk;
import org.shouwen.returnvisit.Satisfaction;
import org.shouwen.returnvisit.Visit;
import org.shouwen.returnvisit.Visits;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The resident says what he thinks of the work before somebody has asked him. */
@Component
@Order(4)
record VisitDeeds(ReturnVisitDesk desk, Visits visits) implements Deeds {

    @Override
    public List<Deed> deeds() {
        return List.of(Deed.of(
                        "visits/answer",
                        "登记业主的答复",
                        "Writes down what the resident said by himself: it answers the open visit, or counts when one is planned",
                        Who.of(Role.FRONT_DESK, Role.LEAD, Role.SUPERVISOR, Role.MANAGER))
                .when(EnumSet.of(Status.DONE, Status.VISIT_DUE, Status.CLOSED))
                .where(ticket -> ticket.status() != Status.CLOSED
                        || visits.ofTicket(ticket.number()).stream().anyMatch(Visit::open))
                .asking(
                        Input.choice("satisfaction", "满意度", Satisfaction.class, Satisfaction::label),
                        Input.longText("remark", "业主的意见", 500).optional())
                .does(this::answer));
    }

    private Outcome answer(Ticket ticket, Given given, Caller caller) {
        desk.answered(
                ticket.number(),
                given.choice("satisfaction", Satisfaction.class),
                given.textOrNull("remark"),
                caller.code(),
                caller.at());
        return Outcome.of(VisitView.all(visits.ofTicket(ticket.number())));
    }
}
