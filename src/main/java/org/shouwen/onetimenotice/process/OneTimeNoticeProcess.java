package org.shouwen.onetimenotice.process;

import java.util.List;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code one-time-notice.bpmn}. */
@Component
class OneTimeNoticeProcess extends ProcessContract {

    static final String KEY = "oneTimeNotice";

    /** Whether nothing has to be supplied; said by whoever calls, and so where nobody says it. */
    static final Variable<Boolean> COMPLETE = Variable.flag("complete");

    OneTimeNoticeProcess() {
        super(KEY, List.of(COMPLETE), List.of());
    }
}
