package org.shouwen.worksite.process;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.VariableMap;
import org.shouwen.citypack.ReportDuty;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.FormFacts;
import org.shouwen.workflow.FormText;
import org.shouwen.worksite.Violation;
import org.shouwen.worksite.ViolationDesk;
import org.shouwen.worksite.Violations;
import org.springframework.stereotype.Component;

/** What a violation is, by which article, and what is due. */
@Component
record ShowViolationListener(Violations violations, ViolationDesk desk, Moments moments) implements FormFacts {

    @Override
    public void show(DelegateTask task, VariableMap facts) {
        Violation violation = violations.get(ViolationProcess.VIOLATION.get(task));
        Violation.Found found = violation.found();
        Violation.Ruling ruling = violation.ruling();
        FormText text = new FormText()
                .ours("### %s（%s）\n\n"
                        .formatted(found.kind().label(), ruling.gravity().label()));
        text.line("现场情况", found.what() + "；" + found.spot().label());
        text.line("依据", ruling.basis());
        text.line("须告知的后果", ruling.consequence());
        text.line("门岗", ruling.gate().label());
        violations
                .rectificationOf(violation.id())
                .ifPresent(notice -> text.ours("**整改通知书**：[%s](/desk/tickets/%s/rectifications/%s/paper)  \n"
                        .formatted(notice.number(), violation.ticket(), notice.number())));
        text.line("整改期限", moments.limit(ruling.rectifyBy()));
        violation.reportDue().ifPresent(due -> report(text, desk.duty(violation), due));
        facts.putValue("show_violation", text.toString());
    }

    private void report(FormText text, ReportDuty duty, Instant due) {
        text.line("上报期限", moments.limit(due) + "（节假日照算；" + duty.basis() + "）");
        List<String> receivers = duty.receivers();
        text.ours("\n**须上报，逐个取得回执**：\n\n");
        for (int i = 0; i < receivers.size(); i++) {
            text.ours(i + 1 + ". ").words(receivers.get(i)).ours("\n");
        }
    }
}
