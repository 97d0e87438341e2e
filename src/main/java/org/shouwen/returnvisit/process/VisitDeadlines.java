package org.shouwen.returnvisit.process;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.returnvisit.Visit;
import org.shouwen.returnvisit.Visits;
import org.shouwen.workflow.DueDates;
import org.shouwen.workflow.InWords;
import org.springframework.stereotype.Component;

/** What the timers and tasks of a visit ask for a moment. It never answers null. */
@Component("visitDeadlines")
public class VisitDeadlines {

    private final Visits visits;

    VisitDeadlines(Visits visits) {
        this.visits = visits;
    }

    /** @return by when the resident is asked */
    @InWords(value = "回访时限", table = "visitRule")
    public Date visitBy(DelegateExecution execution) {
        return date(visit(execution).due());
    }

    /** @return when to try again after an attempt in vain */
    @InWords("下次联系日")
    public Date nextAttemptBy(DelegateExecution execution) {
        return date(visit(execution).nextAttempt());
    }

    private Visit visit(DelegateExecution execution) {
        return visits.get(execution.getProcessBusinessKey(), ReturnVisitProcess.ROUND.get(execution));
    }

    private static Date date(Instant at) {
        return Date.from(at == null ? DueDates.NEVER : at);
    }
}
