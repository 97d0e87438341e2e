package org.shouwen.timelimit.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.roster.Roster;
import org.shouwen.timelimit.Escalation;
import org.shouwen.timelimit.SupervisionDesk;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class AcknowledgeListener extends FormListener {

    private final SupervisionDesk desk;
    private final Roster roster;

    AcknowledgeListener(SupervisionDesk desk, Roster roster) {
        super("decision", "staff", "newTime", "reason", "remark");
        this.desk = desk;
        this.roster = roster;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        Escalation.Answer answer = new Escalation.Answer(
                who(),
                when(),
                form.choice("decision", "督办决定", Escalation.Decision.class),
                form.optionalText("staff", "由谁办理或增援", 40).map(roster::spelled).orElse(null),
                form.optionalText("reason", "超时或不满意的原因", 500).orElse(null),
                form.text("remark", "督办意见", 500));
        desk.acknowledge(
                SupervisionProcess.ESCALATION.get(task),
                answer,
                form.moment("newTime", "给业主的新时限").orElse(null));
        SupervisionProcess.DECISION.set(task.getExecution(), answer.decision().name());
        if (answer.decision() == Escalation.Decision.SUPPORT) {
            SupervisionProcess.PERSON.set(task.getExecution(), answer.staff());
        }
    }
}
