package org.shouwen.repair.process;

import java.util.List;
import org.shouwen.workflow.ProcessContract;
import org.springframework.stereotype.Component;

/** Legend of {@code waiting.bpmn}. */
@Component
class WaitingProcess extends ProcessContract {

    static final String KEY = "waiting";

    WaitingProcess() {
        super(KEY, List.of(), List.of());
    }
}
