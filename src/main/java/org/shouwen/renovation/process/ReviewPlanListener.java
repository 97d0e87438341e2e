package org.shouwen.renovation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.renovation.ApprovalDesk;
import org.shouwen.renovation.Opinion;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class ReviewPlanListener extends FormListener {

    private final ApprovalDesk desk;

    ReviewPlanListener(ApprovalDesk desk) {
        super("finding", "words");
        this.desk = desk;
    }

    private enum Finding {
        SOUND,
        UNSOUND,
        ENDANGERS
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        Finding finding = form.choice("finding", "审核结论", Finding.class);
        desk.review(
                number,
                new Opinion(
                        when(),
                        who(),
                        Opinion.Step.REVIEW,
                        Opinion.Result.valueOf(finding.name()),
                        form.text("words", "审核意见", 1000)));
    }
}
