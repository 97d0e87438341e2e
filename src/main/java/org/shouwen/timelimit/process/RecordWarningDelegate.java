package org.shouwen.timelimit.process;

import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.ticket.ClockKind;
import org.shouwen.timelimit.SupervisionDesk;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.DueDates;
import org.springframework.stereotype.Component;

/** Records that the limit comes near; where it is over by now, the first level with it, which then needs no job of its own. */
@Component
record RecordWarningDelegate(SupervisionDesk desk, DueDates dueDates, Acting acting) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        ClockKind clock = TimeLimitProcess.clock(execution);
        int cycle = TimeLimitProcess.CYCLE.get(execution);
        Instant at = acting.when();
        desk.warn(number, clock, cycle, at);
        // Long overdue: whoever is warned only now is late already
        if (dueDates.take(execution.getProcessInstanceId(), TimeLimitProcess.LEVEL_ONE, at)) {
            desk.escalate(number, clock, cycle, at);
        }
    }
}
