package org.shouwen.repair.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.VariableMap;
import org.shouwen.repair.MajorRepair;
import org.shouwen.repair.Repairs;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.FormFacts;
import org.shouwen.workflow.FormText;
import org.springframework.stereotype.Component;

/** What was proposed as a major repair, and why it was returned. */
@Component
record ShowMajorRepairListener(Repairs repairs, Moments moments) implements FormFacts {

    @Override
    public void show(DelegateTask task, VariableMap facts) {
        repairs.major(task.getExecution().getProcessBusinessKey())
                .ifPresent(proposal -> facts.putValue("show_major", text(proposal)));
    }

    private String text(MajorRepair proposal) {
        FormText text = new FormText();
        if (proposal.reason() != null) {
            text.ours("**退回的原因：** ").words(proposal.reason()).ours("\n\n");
        }
        return text.ours("### 重大维修方案\n\n")
                .words(proposal.plan())
                .ours("\n\n预算 %s 元，%s\n\n受影响的范围："
                        .formatted(proposal.yuan(), proposal.funding().label()))
                .words(proposal.affected())
                .ours("\n\n预计完工：" + moments.text(proposal.expected()))
                .toString();
    }
}
