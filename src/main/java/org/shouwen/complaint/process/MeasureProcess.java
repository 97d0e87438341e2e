package org.shouwen.complaint.process;

import java.util.List;
import java.util.Map;
import org.shouwen.complaint.Measure;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code measure.bpmn}: one promised measure. */
@Component
class MeasureProcess extends ProcessContract {

    static final String KEY = "measure";

    /** Number of the measure in our table; {@code measureDeadlines} and the notices ask for it. */
    static final Variable<Long> MEASURE = Variable.id("measure");

    /** Who does it, and is told so. */
    static final Variable<String> PERSON = Variable.code("person");

    /** A superior gave it up. */
    static final String GIVEN_UP = ComplaintProcess.KEY + ".measureGivenUp";

    MeasureProcess() {
        super(KEY, List.of(MEASURE, PERSON), List.of(ComplaintProcess.WITHDRAWN, GIVEN_UP));
    }

    static Map<String, Object> atStart(Measure measure) {
        return Map.of(MEASURE.name(), measure.id(), PERSON.name(), measure.staff());
    }
}
