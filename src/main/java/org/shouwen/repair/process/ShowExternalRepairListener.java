package org.shouwen.repair.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.VariableMap;
import org.shouwen.externalparty.ExternalPartyDesk;
import org.shouwen.workflow.FormFacts;
import org.shouwen.workflow.FormText;
import org.springframework.stereotype.Component;

/** That somebody outside the house calls it mended, so that the visit is a check. */
@Component
record ShowExternalRepairListener(ExternalPartyDesk outside) implements FormFacts {

    @Override
    public void show(DelegateTask task, VariableMap facts) {
        outside.doneAndUnchecked(task.getExecution().getProcessBusinessKey())
                .ifPresent(letter -> facts.putValue(
                        "show_external",
                        new FormText()
                                .ours("### 查验外单位维修结果\n\n**")
                                .words(letter.name())
                                .ours("** 说已经修好，请到现场查验。")
                                .toString()));
    }
}
