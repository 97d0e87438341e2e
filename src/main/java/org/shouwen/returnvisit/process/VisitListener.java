package org.shouwen.returnvisit.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.returnvisit.Attempt;
import org.shouwen.returnvisit.ReturnVisitDesk;
import org.shouwen.returnvisit.Satisfaction;
import org.shouwen.returnvisit.Visit;
import org.shouwen.returnvisit.VisitMethod;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class VisitListener extends FormListener {

    private final ReturnVisitDesk desk;

    VisitListener(ReturnVisitDesk desk) {
        super("method", "reached", "reason", "satisfaction", "remark");
        this.desk = desk;
    }

    private enum Contact {
        REACHED,
        UNREACHED
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        VisitMethod method = form.choice("method", "回访方式", VisitMethod.class);
        Attempt attempt = form.choice("reached", "联系上了吗", Contact.class) == Contact.REACHED
                ? Attempt.answered(
                        form.choice("satisfaction", "满意度", Satisfaction.class),
                        form.optionalText("remark", "业主的意见", 500).orElse(null),
                        method,
                        who(),
                        when())
                : Attempt.unreached(form.text("reason", "没联系上的原因", 500), method, who(), when());
        Visit visit = desk.attempt(number, ReturnVisitProcess.ROUND.get(task.getExecution()), attempt);
        ReturnVisitProcess.TRY_AGAIN.set(task.getExecution(), visit.open());
        ReturnVisitProcess.REACHED.set(task.getExecution(), visit.reached());
        ReturnVisitProcess.SATISFIED.set(task.getExecution(), !visit.reopens());
    }
}
