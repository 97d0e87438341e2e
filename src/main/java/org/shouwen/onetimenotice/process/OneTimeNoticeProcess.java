package org.shouwen.onetimenotice.process;

import java.util.List;
import org.shouwen.workflow.ProcessContract;
import org.springframework.stereotype.Component;

/** Legend of {@code one-time-notice.bpmn}. */
@Component
class OneTimeNoticeProcess extends ProcessContract {

    static final String KEY = "oneTimeNotice";

    OneTimeNoticeProcess() {
        super(KEY, List.of(), List.of());
    }
}
