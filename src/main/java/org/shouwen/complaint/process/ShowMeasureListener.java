package org.shouwen.complaint.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.shouwen.complaint.Measures;
import org.shouwen.workflow.FormText;
import org.springframework.stereotype.Component;

/** Puts on a measure's task what was promised; it ends with the task. */
@Component
record ShowMeasureListener(Measures measures) implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        task.setVariableLocal(
                "show_measure",
                new FormText()
                        .words(measures.get(MeasureProcess.MEASURE.get(task)).what())
                        .toString());
    }
}
