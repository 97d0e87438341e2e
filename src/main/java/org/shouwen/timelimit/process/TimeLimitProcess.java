package org.shouwen.timelimit.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.shouwen.ticket.ClockKind;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code time-limit.bpmn}: the ladder of one promise. */
@Component
class TimeLimitProcess extends ProcessContract {

    static final String KEY = "timeLimit";

    /** Code of the clock; {@code deadlines} and the notices ask for it. */
    static final Variable<String> CLOCK = Variable.code("clock");

    /** Which of the clock's promises. */
    static final Variable<Integer> CYCLE = Variable.count("cycle");

    static final String LEVEL_ONE = "event_levelOne";

    static final String LEVEL_TWO = "event_levelTwo";

    static final String LEVEL_THREE = "event_levelThree";

    static final String STOPPED = "timelimit.stopped";

    TimeLimitProcess() {
        super(KEY, List.of(CLOCK, CYCLE), List.of(STOPPED));
    }

    /** The first level of every promise is told before the second of any. */
    @Override
    public List<String> turns() {
        return List.of(LEVEL_TWO, LEVEL_THREE);
    }

    static ClockKind clock(VariableScope scope) {
        return ClockKind.valueOf(CLOCK.get(scope));
    }
}
