package org.shouwen.timelimit.process;

import java.time.Instant;
import java.util.OptionalInt;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.ticket.ClockKind;
import org.shouwen.timelimit.SupervisionDesk;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.DueDates;
import org.shouwen.workflow.InWords;
import org.springframework.stereotype.Component;

/** Begins the level that is reached, and with the second the third where its moment is past, too. */
@InWords(flow = "supervision")
@Component
record EscalateDelegate(SupervisionDesk desk, DueDates dueDates, Acting acting) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        ClockKind clock = TimeLimitProcess.clock(execution);
        int cycle = TimeLimitProcess.CYCLE.get(execution);
        Instant at = acting.when();
        OptionalInt level = desk.escalate(number, clock, cycle, at);
        // After the first level all others wait their turn
        if (level.orElse(0) == 2 && dueDates.take(execution.getProcessInstanceId(), TimeLimitProcess.LEVEL_THREE, at)) {
            desk.escalate(number, clock, cycle, at);
        }
    }
}
