package org.shouwen.repair.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.shouwen.externalparty.ExternalPartyDesk;
import org.shouwen.workflow.FormText;
import org.springframework.stereotype.Component;

/** Says on the visit's task that somebody outside the house calls it mended, so that it is a check; it ends with the task. */
@Component
record ShowExternalRepairListener(ExternalPartyDesk outside) implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        outside.doneAndUnchecked(task.getExecution().getProcessBusinessKey())
                .ifPresent(letter -> task.setVariableLocal(
                        "show_external",
                        new FormText()
                                .ours("### 查验外单位维修结果\n\n**")
                                .words(letter.name())
                                .ours("** 说已经修好，请到现场查验。")
                                .toString()));
    }
}
