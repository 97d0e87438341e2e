package org.shouwen.complaint.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.complaint.Measures;
import org.shouwen.workflow.InWords;
import org.springframework.stereotype.Component;

/** What the flow of a measure asks for a moment; never null. */
@Component("measureDeadlines")
public class MeasureDeadlines {

    private final Measures measures;

    MeasureDeadlines(Measures measures) {
        this.measures = measures;
    }

    /** By when the measure was promised. */
    @InWords("承诺的落实日期")
    public Date dueBy(DelegateExecution execution) {
        return Date.from(measures.get(MeasureProcess.MEASURE.get(execution)).dueAt());
    }

    /** When the promise is broken. */
    @InWords("承诺的落实日期已过")
    public Date overdueAt(DelegateExecution execution) {
        return dueBy(execution);
    }
}
