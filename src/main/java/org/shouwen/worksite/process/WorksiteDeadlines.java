package org.shouwen.worksite.process;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.renovation.Certificate;
import org.shouwen.renovation.RenovationLimits;
import org.shouwen.renovation.Renovations;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.DueDates;
import org.shouwen.workflow.InWords;
import org.shouwen.worksite.Violation;
import org.shouwen.worksite.Violations;
import org.shouwen.worksite.Worksite;
import org.shouwen.worksite.Worksites;
import org.springframework.stereotype.Component;

/** What the flows of a site ask for a moment; never null. */
@Component("worksiteDeadlines")
public class WorksiteDeadlines {

    private final Worksites worksites;
    private final Violations violations;
    private final Renovations renovations;
    private final RenovationLimits limits;
    private final Moments moments;

    WorksiteDeadlines(
            Worksites worksites,
            Violations violations,
            Renovations renovations,
            RenovationLimits limits,
            Moments moments) {
        this.worksites = worksites;
        this.violations = violations;
        this.renovations = renovations;
        this.limits = limits;
        this.moments = moments;
    }

    // The site

    @InWords(value = "下次巡查日", table = "patrolFrequency")
    public Date patrolBy(DelegateExecution execution) {
        return Date.from(worksite(execution).patrolDue());
    }

    /** When nobody was there on the day. */
    @InWords(value = "巡查日已过", table = "patrolFrequency")
    public Date patrolOverdueAt(DelegateExecution execution) {
        return Date.from(endOf(worksite(execution).patrolDue()));
    }

    /** The end of the last day for which the work is registered; once, while it was not reported as finished. */
    @InWords("登记的工期已到")
    public Date periodOverAt(DelegateExecution execution) {
        String ticket = execution.getProcessBusinessKey();
        return Date.from(
                worksites.inspections(ticket).isEmpty()
                        ? renovations
                                .get(ticket)
                                .certificate()
                                .map(Certificate::until)
                                .map(until -> moments.start(until.plusDays(1)))
                                .orElse(DueDates.NEVER)
                        : DueDates.NEVER);
    }

    /** By when finished work is inspected (D2-13). */
    @InWords(value = "竣工验收时限", table = "renovationLimits")
    public Date inspectBy(DelegateExecution execution) {
        Worksite worksite = worksite(execution);
        return due(
                worksite,
                RenovationLimits.Step.COMPLETION_INSPECTION,
                worksite.completionReported().orElseThrow());
    }

    @InWords(value = "竣工验收时限已过", table = "renovationLimits")
    public Date inspectionOverdueAt(DelegateExecution execution) {
        return inspectBy(execution);
    }

    /** By when the deposit goes back (D8b). */
    @InWords(value = "退还保证金的时限", table = "renovationLimits")
    public Date depositBy(DelegateExecution execution) {
        Worksite worksite = worksite(execution);
        return due(
                worksite,
                RenovationLimits.Step.DEPOSIT_RETURN,
                worksite.passed().orElseThrow());
    }

    @InWords(value = "退还保证金的时限已过", table = "renovationLimits")
    public Date depositOverdueAt(DelegateExecution execution) {
        return depositBy(execution);
    }

    /** By when the file is closed once the work has passed. */
    @InWords(value = "归档时限", table = "renovationLimits")
    public Date fileBy(DelegateExecution execution) {
        Worksite worksite = worksite(execution);
        return due(worksite, RenovationLimits.Step.FILING, worksite.passed().orElseThrow());
    }

    @InWords(value = "归档时限已过", table = "renovationLimits")
    public Date filingOverdueAt(DelegateExecution execution) {
        return fileBy(execution);
    }

    /** The certificate was revoked: on the same day somebody looks whether they have stopped. */
    @InWords("注销登记证的当天")
    public Date stopCheckBy(DelegateExecution execution) {
        return Date.from(renovations
                .get(execution.getProcessBusinessKey())
                .certificate()
                .flatMap(Certificate::revokedAt)
                .map(this::endOf)
                .orElse(DueDates.NEVER));
    }

    @InWords("注销登记证的当天已过")
    public Date stopCheckOverdueAt(DelegateExecution execution) {
        return stopCheckBy(execution);
    }

    // A violation

    @InWords(value = "整改通知书的送达时限", table = "violationHandling")
    public Date deliverBy(DelegateExecution execution) {
        return Date.from(violation(execution).ruling().deliverBy());
    }

    @InWords(value = "送达时限已过", table = "violationHandling")
    public Date deliveryOverdueAt(DelegateExecution execution) {
        return deliverBy(execution);
    }

    /** The day on which it has to be put right is the day to look again. */
    @InWords(value = "整改期限的最后一天", table = "violationHandling")
    public Date reinspectBy(DelegateExecution execution) {
        return Date.from(endOf(violation(execution).ruling().rectifyBy()));
    }

    @InWords(value = "整改期限的最后一天已过", table = "violationHandling")
    public Date reinspectionOverdueAt(DelegateExecution execution) {
        return reinspectBy(execution);
    }

    /** By when it is reported; no Sunday and no holiday stops that clock. */
    @InWords(value = "上报时限", table = "reportDuty")
    public Date reportBy(DelegateExecution execution) {
        return Date.from(violation(execution).reportDue().orElseThrow());
    }

    @InWords(value = "上报时限已过", table = "reportDuty")
    public Date reportOverdueAt(DelegateExecution execution) {
        return reportBy(execution);
    }

    private Date due(Worksite worksite, RenovationLimits.Step step, Instant from) {
        return Date.from(limits.due(step, worksite.site(), from).at());
    }

    private Instant endOf(Instant at) {
        return moments.start(moments.date(at).plusDays(1));
    }

    private Worksite worksite(DelegateExecution execution) {
        return worksites.get(execution.getProcessBusinessKey());
    }

    private Violation violation(DelegateExecution execution) {
        return violations.get(ViolationProcess.VIOLATION.get(execution));
    }
}
