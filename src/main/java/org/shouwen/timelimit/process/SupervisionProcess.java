package org.shouwen.timelimit.process;

import java.util.List;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code supervision.bpmn}. */
@Component
class SupervisionProcess extends ProcessContract {

    static final String KEY = "supervision";

    /** Number of the supervision in our table; {@code deadlines}, {@code supervisionPeople} and the notices ask for it. */
    static final Variable<Long> ESCALATION = Variable.id("escalation");

    /** Whom the next notice goes to: who has to acknowledge, then who helps. */
    static final Variable<String> PERSON = Variable.code("person");

    static final Variable<String> DECISION = Variable.code("decision");

    static final String CANCELLED = "timelimit.supervisionCancelled";

    SupervisionProcess() {
        super(KEY, List.of(ESCALATION, PERSON, DECISION), List.of(CANCELLED));
    }
}
