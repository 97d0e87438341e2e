package org.shouwen.complaint.process;

import java.util.List;
import java.util.Map;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code complaint.bpmn}. */
@Component
class ComplaintProcess extends ProcessContract {

    static final String KEY = "complaint";

    /** Set by {@code returnVisit}; where nobody had to be asked it is true. */
    static final Variable<Boolean> SATISFIED = Variable.flag("satisfied");

    static final String WITHDRAWN = "complaint.withdrawn";
    static final String URGED = "complaint.urged";

    /** Where a closed complaint that is opened again begins. */
    static final String REOPENED = "serviceTask_startSupervisionOfReopening";

    ComplaintProcess() {
        super(KEY, List.of(SATISFIED), List.of(WITHDRAWN, URGED));
    }

    static Map<String, Object> atStart() {
        return Map.of(SATISFIED.name(), true);
    }
}
