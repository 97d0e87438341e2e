package org.shouwen.worksite.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.problem.Refusal;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.shouwen.worksite.CompletionDesk;
import org.shouwen.worksite.Inspection;
import org.springframework.stereotype.Component;

@Component
class InspectCompletionListener extends FormListener {

    private final CompletionDesk desk;

    InspectCompletionListener(CompletionDesk desk) {
        super("result", "defects", "papersIn", "remark");
        this.desk = desk;
    }

    private enum Result {
        PASSED,
        DEFECTS
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        Result result = form.choice("result", "验收结论", Result.class);
        Set<Inspection.Defect> defects = form.choices("defects", "要整改的问题", Inspection.Defect.class);
        if (result == Result.PASSED && !defects.isEmpty()) {
            throw Refusal.invalid("defects-found", "result", "勾了要整改的问题，结论不能是“合格”");
        }
        if (result == Result.DEFECTS && defects.isEmpty()) {
            throw Refusal.invalid("defects-missing", "defects", "请勾选要整改的问题");
        }
        desk.inspect(
                new Inspection(
                        number,
                        when(),
                        who(),
                        defects,
                        form.optionalText("remark", "查验情况", 1000).orElse(null)),
                form.flag("papersIn", "竣工材料已收齐"));
        RenovationSupervisionProcess.INSPECTION_PASSED.set(task.getExecution(), result == Result.PASSED);
        RenovationSupervisionProcess.DEPOSIT.set(task.getExecution(), desk.hasDeposit(number));
    }
}
