package org.shouwen.complaint.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwen.complaint.ComplaintDesk;
import org.shouwen.ticket.Ticket;
import org.shouwen.workflow.TicketProcess;
import org.springframework.stereotype.Component;

/** Legend of {@code complaint.bpmn}. */
@Component
class ComplaintProcess extends TicketProcess {

    static final String KEY = "complaint";

    /** Each measure that is still open waits for it, too. */
    static final String WITHDRAWN = KEY + ".withdrawn";

    ComplaintProcess() {
        super(KEY, Set.of(ComplaintDesk.KIND), List.of(), List.of());
    }

    @Override
    public boolean hasStartForm() {
        return true;
    }

    @Override
    public Map<String, Object> atStart(Ticket ticket) {
        return Map.of(SATISFIED.name(), true);
    }
}
