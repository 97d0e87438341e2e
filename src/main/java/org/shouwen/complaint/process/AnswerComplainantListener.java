package org.shouwen.complaint.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.complaint.Answer;
import org.shouwen.complaint.Colleagues;
import org.shouwen.complaint.HandlingDesk;
import org.shouwen.complaint.Measure;
import org.shouwen.problem.Refusal;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class AnswerComplainantListener extends FormListener {

    private final HandlingDesk desk;
    private final Colleagues colleagues;

    AnswerComplainantListener(HandlingDesk desk, Colleagues colleagues) {
        super(
                "answer",
                "written",
                "paper",
                "response",
                "remark",
                "what1",
                "staff1",
                "dueAt1",
                "what2",
                "staff2",
                "dueAt2",
                "what3",
                "staff3",
                "dueAt3");
        this.desk = desk;
        this.colleagues = colleagues;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        Answer.Response response = form.choice("response", "业主的意见", Answer.Response.class);
        Answer answer = new Answer(
                number,
                0,
                when(),
                who(),
                form.text("answer", "答复内容", 3000),
                response,
                form.optionalText("remark", "业主的话", 500).orElse(null),
                form.flag("written", "书面答复"));
        List<Measure.Promised> promised = new ArrayList<>();
        measure(form.optionalText("what1", "整改措施", 300), form, "staff1", "dueAt1")
                .ifPresent(promised::add);
        measure(form.optionalText("what2", "整改措施", 300), form, "staff2", "dueAt2")
                .ifPresent(promised::add);
        measure(form.optionalText("what3", "整改措施", 300), form, "staff3", "dueAt3")
                .ifPresent(promised::add);
        boolean byHand = desk.answer(answer, promised, form.flag("paper", "业主要纸质盖章的"));
        InvestigationProcess.BY_HAND.set(task.getExecution(), byHand);
        InvestigationProcess.DISPUTED.set(task.getExecution(), response == Answer.Response.DISPUTED);
    }

    private Optional<Measure.Promised> measure(Optional<String> what, Submission form, String staff, String dueAt) {
        return what.map(words -> new Measure.Promised(
                words,
                colleagues.code(form.text(staff, "整改措施的负责人", 40), staff, "整改措施的负责人"),
                form.moment(dueAt, "整改措施的落实期限")
                        .orElseThrow(() -> Refusal.invalid("input-missing", dueAt, "请填写“整改措施的落实期限”"))));
    }
}
