package org.shouwen.complaint.process;

import java.time.ZoneId;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.complaint.Answer;
import org.shouwen.complaint.Colleagues;
import org.shouwen.complaint.HandlingDesk;
import org.shouwen.complaint.Measure;
import org.shouwen.problem.Refusal;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@Component
class AnswerComplainantListener extends FormListener {

    private static final int MOST_MEASURES = 10;

    private final HandlingDesk desk;
    private final Colleagues colleagues;
    private final Acting acting;
    private final ZoneId zone;

    AnswerComplainantListener(
            HandlingDesk desk,
            Colleagues colleagues,
            Acting acting,
            @Value("${shouwen.zone:Asia/Shanghai}") ZoneId zone) {
        super("answer", "written", "response", "remark", "measures");
        this.desk = desk;
        this.colleagues = colleagues;
        this.acting = acting;
        this.zone = zone;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        Answer.Response response = form.choice("response", "业主的意见", Answer.Response.class);
        Answer answer = new Answer(
                number,
                0,
                acting.when(),
                acting.who(),
                form.text("answer", "答复内容", 3000),
                response,
                form.optionalText("remark", "业主的话", 500).orElse(null),
                form.flag("written", "书面答复"));
        List<Measure.Promised> promised =
                form.items("measures", "整改措施", MOST_MEASURES, "what", "staff", "dueAt").stream()
                        .map(this::measure)
                        .toList();
        desk.answer(answer, promised);
        InvestigationProcess.DISPUTED.set(task.getExecution(), response == Answer.Response.DISPUTED);
    }

    private Measure.Promised measure(Submission item) {
        return new Measure.Promised(
                item.text("what", "做什么", 300),
                colleagues.code(item.text("staff", "负责人", 40), "measures", "负责人"),
                item.moment("dueAt", "落实期限", zone)
                        .orElseThrow(() -> Refusal.invalid("input-missing", "measures", "请填写整改措施的“落实期限”")));
    }
}
