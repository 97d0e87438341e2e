package org.shouwen.renovation.process;

import java.util.List;
import org.shouwen.workflow.ProcessContract;
import org.springframework.stereotype.Component;

/** Legend of {@code renovation-supplement.bpmn}. */
@Component
class RenovationSupplementProcess extends ProcessContract {

    static final String KEY = "renovationSupplement";

    /** By link everything has come that was still open. */
    static final String SUPPLEMENTED = "renovation.supplemented";

    /** The desk looks at what came by link. */
    static final String LOOKING = "userTask_acceptPapers";

    RenovationSupplementProcess() {
        super(KEY, List.of(RenovationApprovalProcess.COMPLETE), List.of(SUPPLEMENTED));
    }
}
