package org.shouwen.repair.process;

import java.util.List;
import org.shouwen.workflow.ProcessContract;
import org.springframework.stereotype.Component;

/** Legend of {@code major-progress.bpmn}: how a major repair stands, told again and again beside the repair itself. */
@Component
class MajorProgressProcess extends ProcessContract {

    static final String KEY = "majorProgress";

    /** The work is reported, taken back, or joined to an incident. */
    static final String OVER = RepairProcess.KEY + ".majorOver";

    MajorProgressProcess() {
        super(KEY, List.of(), List.of(OVER));
    }
}
