package org.shouwen.worksite.process;

import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.problem.Refusal;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.shouwen.worksite.Patrol;
import org.shouwen.worksite.PatrolDesk;
import org.shouwen.worksite.Phase;
import org.shouwen.worksite.Violation;
import org.shouwen.worksite.ViolationDesk;
import org.springframework.stereotype.Component;

@Component
class PatrolListener extends FormListener {

    private final PatrolDesk desk;
    private final ViolationDesk violations;

    PatrolListener(PatrolDesk desk, ViolationDesk violations) {
        super("outcome", "phase", "points", "violation", "spot", "remark", "photo");
        this.desk = desk;
        this.violations = violations;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        Patrol patrol = new Patrol(
                number,
                when(),
                who(),
                form.choice("outcome", "巡查结果", Patrol.Outcome.class),
                form.optionalChoice("phase", "现在的施工阶段", Phase.class).orElse(null),
                form.choices("points", "有问题的检查点", Patrol.Point.class),
                form.optionalText("remark", "情况说明", 500).orElse(null),
                form.optionalText("photo", "照片编号", 200).orElse(null));
        found(form, patrol).ifPresent(found -> violations.record(number, found));
        RenovationSupervisionProcess.PATROL_RESULT.set(
                task.getExecution(), desk.record(patrol).name());
    }

    private Optional<Violation.Found> found(Submission form, Patrol patrol) {
        Optional<Violation.Kind> kind = form.optionalChoice("violation", "违规", Violation.Kind.class);
        Optional<Violation.Spot> spot = form.optionalChoice("spot", "当场处置", Violation.Spot.class);
        if (patrol.outcome() != Patrol.Outcome.VIOLATION) {
            if (kind.isPresent()) {
                throw Refusal.invalid(
                        "patrol-violation", "outcome", "选了违规“" + kind.get().label() + "”，巡查结果须选“发现违规”");
            }
            return Optional.empty();
        }
        Instant at = patrol.at();
        return Optional.of(new Violation.Found(
                kind.orElseThrow(() -> missing("violation", "违规")),
                Optional.ofNullable(patrol.remark()).orElseThrow(() -> missing("remark", "情况说明")),
                patrol.photo(),
                spot.orElseThrow(() -> missing("spot", "当场处置")),
                at,
                patrol.by()));
    }

    private static Refusal missing(String field, String label) {
        return Refusal.invalid("input-missing", field, "发现违规的，请填写“" + label + "”");
    }
}
