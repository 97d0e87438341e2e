package org.shouwen.enquiry.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwen.enquiry.EnquiryDesk;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.workflow.TicketProcess;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code enquiry.bpmn}. */
@Component
class EnquiryProcess extends TicketProcess {

    static final String KEY = "enquiry";

    /** Which of the four kinds it is. */
    static final Variable<String> KIND = Variable.code("kind");

    /** Whether the resident has his answer; where the visit finds him not satisfied, he has none. */
    static final Variable<Boolean> ANSWERED = Variable.flag("answered");

    /** Never; handed on to {@code firstResponsibility}. */
    static final Variable<Boolean> URGENT = Variable.flag("urgent");

    /** Who hears of praise: whoever is praised, or who passes it on; "" where nobody is praised. */
    static final Variable<String> PERSON = Variable.code("person");

    static final String TRANSFERRED = KEY + ".transferred";

    private final EnquiryDesk desk;

    EnquiryProcess(EnquiryDesk desk) {
        super(
                KEY,
                Set.of(EnquiryDesk.CONSULTATION, EnquiryDesk.SUGGESTION, EnquiryDesk.PRAISE, EnquiryDesk.SERVICE),
                List.of(KIND, ANSWERED, URGENT, PERSON),
                List.of(TRANSFERRED));
        this.desk = desk;
    }

    @Override
    public Map<String, Object> atStart(Ticket ticket) {
        return Map.of(
                KIND.name(),
                ticket.kind(),
                ANSWERED.name(),
                ticket.status() != Status.RECEIVED,
                URGENT.name(),
                false,
                PERSON.name(),
                desk.hears(ticket),
                SATISFIED.name(),
                true);
    }
}
