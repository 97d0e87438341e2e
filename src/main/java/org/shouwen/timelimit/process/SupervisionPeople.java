package org.shouwen.timelimit.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.timelimit.Escalation;
import org.shouwen.timelimit.Escalations;
import org.shouwen.workflow.InWords;
import org.springframework.stereotype.Component;

/** Whom a supervision belongs to, read from our table when the task is made. */
@Component("supervisionPeople")
public class SupervisionPeople {

    private final Escalations escalations;

    SupervisionPeople(Escalations escalations) {
        this.escalations = escalations;
    }

    /** @return code of the person who was asked last */
    @InWords("督办人")
    public String asked(DelegateExecution execution) {
        Escalation escalation = escalations.get(SupervisionProcess.ESCALATION.get(execution));
        return escalation
                .waitsFor()
                .map(Escalation.Asked::person)
                .orElseThrow(() -> new IllegalStateException("nobody was asked about escalation " + escalation.id()));
    }
}
