package org.shouwen.repair.process;

import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.problem.Refusal;
import org.shouwen.repair.MajorRepair;
import org.shouwen.repair.MajorRepairDesk;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class PlanMajorRepairListener extends FormListener {

    private static final int MOST_BUDGET = 10_000_000;

    private final MajorRepairDesk desk;

    PlanMajorRepairListener(MajorRepairDesk desk) {
        super("course", "plan", "budget", "funding", "affected", "expected");
        this.desk = desk;
    }

    private enum Course {
        MAJOR,
        ORDINARY
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        boolean major = form.optionalChoice("course", "怎么办理", Course.class).orElse(Course.MAJOR) == Course.MAJOR;
        if (major) {
            desk.propose(number, proposal(form, who(), when()));
            MajorRepairProcess.PERSON.set(task.getExecution(), desk.decider(number, when()));
        } else {
            desk.drop(number, who(), when());
        }
        MajorRepairProcess.MAJOR.set(task.getExecution(), major);
    }

    private static MajorRepair proposal(Submission form, String by, Instant at) {
        return MajorRepair.proposed(
                form.text("plan", "维修方案", 1000),
                form.yuan("budget", "预算", MOST_BUDGET),
                form.choice("funding", "资金来源", MajorRepair.Funding.class),
                form.text("affected", "受影响的范围", 100),
                form.moment("expected", "预计完工")
                        .orElseThrow(() -> Refusal.invalid("input-missing", "expected", "请填写“预计完工”")),
                by,
                at);
    }
}
