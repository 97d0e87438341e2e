package org.shouwen.renovation.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.renovation.Dossiers;
import org.shouwen.renovation.Renovations;
import org.shouwen.renovation.SupplementDesk;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.DueDates;
import org.shouwen.workflow.InWords;
import org.springframework.stereotype.Component;

/** What the flows of a renovation ask for a moment; never null. */
@Component("renovationDeadlines")
public class RenovationDeadlines {

    private final Renovations renovations;
    private final Dossiers dossiers;
    private final Moments moments;
    private final SupplementDesk supplements;

    RenovationDeadlines(Renovations renovations, Dossiers dossiers, Moments moments, SupplementDesk supplements) {
        this.renovations = renovations;
        this.dossiers = dossiers;
        this.moments = moments;
        this.supplements = supplements;
    }

    /** When the applicant has been waited for long enough. */
    @InWords(value = "补件期限", table = "renovationLimits")
    public Date supplementBy(DelegateExecution execution) {
        return Date.from(dossiers.waiting(execution.getProcessBusinessKey())
                .map(Dossiers.Wait::due)
                .orElse(DueDates.NEVER));
    }

    /** By when the desk looks at what the applicant has handed in by link: he waits from the last of it. */
    @InWords(value = "核对时限", table = "renovationLimits")
    public Date checkedBy(DelegateExecution execution) {
        return Date.from(supplements.checkedBy(execution.getProcessBusinessKey(), moments.now()));
    }

    /** When the work was planned to begin: by then everything before the start should be done. */
    @InWords("计划开工日")
    public Date startBy(DelegateExecution execution) {
        return Date.from(moments.start(
                renovations.get(execution.getProcessBusinessKey()).application().from()));
    }
}
