package org.shouwen.complaint.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.VariableMap;
import org.shouwen.complaint.Measures;
import org.shouwen.workflow.FormFacts;
import org.shouwen.workflow.FormText;
import org.springframework.stereotype.Component;

/** What a measure promised. */
@Component
record ShowMeasureListener(Measures measures) implements FormFacts {

    @Override
    public void show(DelegateTask task, VariableMap facts) {
        facts.putValue(
                "show_measure",
                new FormText()
                        .words(measures.get(MeasureProcess.MEASURE.get(task)).what())
                        .toString());
    }
}
