package org.shouwen.incident.process;

import java.util.List;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code incident-closing.bpmn}. */
@Component
class IncidentClosingProcess extends ProcessContract {

    static final String KEY = "incidentClosing";

    /** Whether somebody may be left who was not asked yet. */
    static final Variable<Boolean> MORE = Variable.flag("more");

    IncidentClosingProcess() {
        super(KEY, List.of(MORE), List.of());
    }
}
