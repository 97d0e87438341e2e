package org.shouwen.renovation.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwen.renovation.RenovationDesk;
import org.shouwen.ticket.Ticket;
import org.shouwen.workflow.TicketProcess;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code renovation.bpmn}. */
@Component
class RenovationProcess extends TicketProcess {

    static final String KEY = "renovation";

    /** Whether the certificate was issued, so that there is something to supervise. */
    static final Variable<Boolean> REGISTERED = Variable.flag("registered");

    RenovationProcess() {
        super(KEY, Set.of(RenovationDesk.KIND), List.of(REGISTERED), List.of());
    }

    @Override
    public boolean hasStartForm() {
        return true;
    }

    @Override
    public Map<String, Object> atStart(Ticket ticket) {
        return Map.of(REGISTERED.name(), false, SATISFIED.name(), true);
    }
}
