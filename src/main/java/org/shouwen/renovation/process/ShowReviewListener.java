package org.shouwen.renovation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.shouwen.renovation.Dossiers;
import org.shouwen.renovation.Opinion;
import org.shouwen.workflow.FormText;
import org.springframework.stereotype.Component;

/** Puts on the decision what the engineer thinks; it ends with the task. */
@Component
record ShowReviewListener(Dossiers dossiers) implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        task.setVariableLocal(
                "show_review",
                dossiers.opinions(task.getExecution().getProcessBusinessKey()).stream()
                        .filter(opinion -> opinion.step() == Opinion.Step.REVIEW)
                        .reduce((earlier, later) -> later)
                        .map(opinion -> new FormText()
                                .ours("**工程审核**：")
                                .words(opinion.result().label() + "。" + opinion.words())
                                .toString())
                        .orElse(""));
    }
}
