package org.shouwen.renovation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.VariableMap;
import org.shouwen.renovation.Dossiers;
import org.shouwen.renovation.Opinion;
import org.shouwen.workflow.FormFacts;
import org.shouwen.workflow.FormText;
import org.springframework.stereotype.Component;

/** What the engineer thinks, for whoever decides. */
@Component
record ShowReviewListener(Dossiers dossiers) implements FormFacts {

    @Override
    public void show(DelegateTask task, VariableMap facts) {
        facts.putValue(
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
