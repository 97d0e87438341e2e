package org.shouwen.timelimit.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.VariableMap;
import org.shouwen.ticket.HandlerChange.Candidate;
import org.shouwen.timelimit.Escalation;
import org.shouwen.timelimit.Escalations;
import org.shouwen.timelimit.SupervisionDesk;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.FormChoices;
import org.shouwen.workflow.FormFacts;
import org.springframework.stereotype.Component;

/** Why a supervision is there, and who can take over or help. */
@Component
record ShowSupervisionListener(Escalations escalations, SupervisionDesk desk, Moments moments) implements FormFacts {

    @Override
    public void show(DelegateTask task, VariableMap facts) {
        Escalation escalation = escalations.get(SupervisionProcess.ESCALATION.get(task));
        String due = escalation.due() == null ? "" : "，时限 " + moments.limit(escalation.due());
        String by = desk.acknowledgeBy(escalation.id())
                .map(at -> "，请在 " + moments.text(at) + " 前确认")
                .orElse("");
        facts.putValue(
                "show_supervision",
                "**%s**：%s%s%s".formatted(escalation.title(), escalation.cause().label(), due, by));
        facts.putValue(
                "show_helpers",
                new FormChoices()
                        .addAll(desk.candidates(escalation), Candidate::name, Candidate::staff)
                        .value());
    }
}
