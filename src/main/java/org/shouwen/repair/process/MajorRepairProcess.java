package org.shouwen.repair.process;

import java.util.List;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code major-repair.bpmn}. */
@Component
class MajorRepairProcess extends ProcessContract {

    /** Whether it still is one, as whoever plans it says. */
    static final Variable<Boolean> MAJOR = Variable.flag("major").usually(true);

    /** What the manager decided. */
    static final Variable<Boolean> APPROVED = Variable.flag("approved").usually(true);

    /** Code of who is to decide. */
    static final Variable<String> PERSON = Variable.code("person");

    MajorRepairProcess() {
        super("majorRepair", List.of(MAJOR, APPROVED, PERSON), List.of());
    }
}
