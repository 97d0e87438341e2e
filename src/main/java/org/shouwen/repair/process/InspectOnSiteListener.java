package org.shouwen.repair.process;

import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.problem.Refusal;
import org.shouwen.repair.MajorRepairDesk;
import org.shouwen.repair.MissedVisit;
import org.shouwen.repair.OnSiteDesk;
import org.shouwen.ticket.PauseReason;
import org.shouwen.ticket.Slot;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class InspectOnSiteListener extends FormListener {

    private static final int MOST_YUAN = 100_000;

    private static final String MISSED = "MISSED";

    private final OnSiteDesk desk;
    private final MajorRepairDesk major;

    InspectOnSiteListener(OnSiteDesk desk, MajorRepairDesk major) {
        super(
                "findings",
                "checked",
                "result",
                "amount",
                "work",
                "waitingFor",
                "reference",
                "until",
                "slotFrom",
                "madeSafe");
        this.desk = desk;
        this.major = major;
    }

    private enum Result {
        REPAIR(null),
        QUOTE(null),
        WAIT(null),
        EXTERNAL(null),
        MAJOR(null),
        ABSENT(MissedVisit.Kind.ABSENT),
        REFUSED(MissedVisit.Kind.REFUSED),
        MOVED(MissedVisit.Kind.MOVED);

        private final MissedVisit.Kind missed;

        Result(MissedVisit.Kind missed) {
            this.missed = missed;
        }
    }

    private enum WaitingFor {
        PARTS,
        WEATHER
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        String by = who();
        Instant at = when();
        String findings = form.text("findings", "现场情况", 1000);
        Result result = form.optionalChoice("result", "下一步怎么办", Result.class).orElse(Result.REPAIR);
        boolean slotAgreed = false;
        boolean checked = form.flag("checked", "外单位已修好，查验合格");
        RepairProcess.DONE_BY_OTHERS.set(task.getExecution(), checked);
        if (checked) {
            desk.check(number, findings, by, at);
        } else if (result.missed == null) {
            desk.inspect(number, findings, by, at);
        } else {
            Slot slot = form.moment("slotFrom", "新的上门时间").map(Slot::of).orElse(null);
            desk.miss(number, result.missed, findings, slot, by, at);
            slotAgreed = slot != null;
        }
        if (checked) {
            result = Result.REPAIR;
        } else if (result == Result.QUOTE) {
            desk.quote(number, form.yuan("amount", "报价", MOST_YUAN), form.text("work", "报价包括的维修内容", 500), by, at);
        } else if (result == Result.WAIT) {
            WaitingFor waitingFor = form.choice("waitingFor", "等什么", WaitingFor.class);
            desk.await(
                    number,
                    PauseReason.valueOf(waitingFor.name()),
                    form.text("reference", "等的配件，或天气的说明", 200),
                    form.moment("until", "预计等到")
                            .orElseThrow(() -> Refusal.invalid("input-missing", "until", "请填写“预计等到”")),
                    by,
                    at);
        }
        boolean isMajor = result == Result.MAJOR;
        if (isMajor) {
            major.find(number, form.flag("madeSafe", "险情已经排除"));
        }
        OnSiteSurveyProcess.MAJOR.set(task.getExecution(), isMajor);
        OnSiteSurveyProcess.OUTCOME.set(task.getExecution(), outcome(result));
        OnSiteSurveyProcess.SLOT_AGREED.set(task.getExecution(), slotAgreed);
    }

    private static String outcome(Result result) {
        Result way = result == Result.MAJOR ? Result.QUOTE : result;
        return way.missed == null ? way.name() : MISSED;
    }
}
