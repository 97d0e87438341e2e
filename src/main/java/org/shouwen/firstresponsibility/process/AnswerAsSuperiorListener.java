package org.shouwen.firstresponsibility.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.firstresponsibility.OnCallDesk;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

/** Lead or manager answers the call that nobody on call answered; who cannot come takes it from nobody else. */
@Component
class AnswerAsSuperiorListener extends FormListener {

    private final OnCallDesk desk;

    AnswerAsSuperiorListener(OnCallDesk desk) {
        super("answer", "reason");
        this.desk = desk;
    }

    private enum Answer {
        TAKE,
        CANNOT
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        boolean answered = form.choice("answer", "能否到场", Answer.class) == Answer.TAKE;
        if (answered) {
            desk.take(number, who(), when());
        } else {
            desk.cannotCome(number, form.text("reason", "不能到场的原因", 500), who(), when());
        }
        OnCallChainProcess.ANSWERED.set(task.getExecution(), answered);
        OnCallChainProcess.OTHERS_ASKED.set(task.getExecution(), !answered && desk.isAnotherAsked(number));
    }
}
