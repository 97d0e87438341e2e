package org.shouwen.worksite.process;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.shouwen.citypack.ReportDuty;
import org.shouwen.wording.Moments;
import org.shouwen.worksite.Violation;
import org.shouwen.worksite.ViolationDesk;
import org.shouwen.worksite.Violations;
import org.springframework.stereotype.Component;

/** Puts on a violation's task what it is, by which article, and what is due; it ends with the task. */
@Component
class ShowViolationListener implements TaskListener {

    private final Violations violations;
    private final ViolationDesk desk;
    private final Moments moments;

    ShowViolationListener(
            Violations violations, ViolationDesk desk, Moments moments) {
        this.violations = violations;
        this.desk = desk;
        this.moments = moments;
    }

    @Override
    public void notify(DelegateTask task) {
        Violation violation = violations.get(ViolationProcess.VIOLATION.get(task));
        Violation.Found found = violation.found();
        Violation.Ruling ruling = violation.ruling();
        StringBuilder text = new StringBuilder("### %s（%s）\n\n"
                .formatted(found.kind().label(), ruling.gravity().label()));
        line(text, "现场情况", found.what() + "；" + found.spot().label());
        line(text, "依据", ruling.basis());
        line(text, "须告知的后果", ruling.consequence());
        line(text, "门岗", ruling.gate().label());
        violations
                .rectificationOf(violation.id())
                .ifPresent(notice -> line(
                        text,
                        "整改通知书",
                        "[%s](/desk/tickets/%s/rectifications/%s/paper)"
                                .formatted(notice.number(), violation.ticket(), notice.number())));
        line(text, "整改期限", moments.text(ruling.rectifyBy()));
        violation.reportDue().ifPresent(due -> report(text, desk.duty(violation), due));
        task.setVariableLocal("show_violation", text.toString());
    }

    private void report(StringBuilder text, ReportDuty duty, Instant due) {
        line(text, "上报期限", moments.text(due) + "（节假日照算；" + duty.basis() + "）");
        List<String> receivers = duty.receivers();
        text.append("\n**须上报，逐个取得回执**：\n\n");
        for (int i = 0; i < receivers.size(); i++) {
            text.append(i + 1).append(". ").append(receivers.get(i)).append("\n");
        }
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append("**").append(label).append("**：").append(value).append("  \n");
    }
}
